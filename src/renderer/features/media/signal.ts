import type { Signal } from '../../../shared/devices/diagnose.ts';

/** Half of what one step of a 16-bit converter gives: below, a microphone that is on would at least hiss. */
export const digitalSilence = 2 ** -16;
/** A picture whose brightest part is darker (0..255) is a covered lens; a dark room is brighter. */
export const blackness = 16;

/** Ms without anything, after which there is nothing. */
const patienceMs = 4000;

/** Follows whether something comes out of a device. Times in ms, of any clock that only goes on. */
export function followSignal(beginning: number): (isThere: boolean, now: number) => Signal {
  let last: number | null = null;
  return (isThere, now) => {
    if (isThere) last = now;
    if (now - (last ?? beginning) < patienceMs) return last === null ? 'not-yet' : 'some';
    return 'none';
  };
}
