import type { Signal } from '../../../shared/devices/diagnose.ts';

/** Half of what one step of a 16-bit converter gives: below, a microphone that is on would at least hiss. */
export const digitalSilence = 2 ** -16;
/** A picture whose brightest part is darker (0..255) is a covered lens; a dark room is brighter. */
export const blackness = 16;

/** Ms without anything, after which there is nothing. */
const patienceMs = 4000;
/** Ms that one reading stands for at most: a computer that slept, or a page that was stopped, has measured nothing meanwhile. */
const readingMs = 1000;

/** Follows whether something comes out of a device, reading by reading; `now` in ms, of any clock that only goes on. */
export function detectSilence(): (isThere: boolean, now: number) => Signal {
  let last: number | null = null;
  let silentMs = 0;
  let hadSome = false;
  return (isThere, now) => {
    silentMs = isThere ? 0 : silentMs + Math.min(now - (last ?? now), readingMs);
    last = now;
    hadSome ||= isThere;
    if (silentMs >= patienceMs) return 'none';
    return hadSome ? 'some' : 'not-yet';
  };
}
