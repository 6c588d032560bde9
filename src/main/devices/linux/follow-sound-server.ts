import { setTimeout as sleep } from 'node:timers/promises';
import type { LinuxSystem } from './linux-system.ts';

type Deps = {
  readonly system: Pick<LinuxSystem, 'run'>;
  /** A microphone or a speaker came or went. */
  readonly tell: () => void;
  /** Whether it is of use to anybody now. */
  readonly isWanted: () => boolean;
  /** Nobody wants to know any more. */
  readonly signal: AbortSignal;
  /** Ms between two questions. */
  readonly everyMs?: number;
};

/**
 * Tells what only the sound server knows, such as a Bluetooth headset: Chromium (130) hears from the kernel alone. Until
 * `signal`; never rejects.
 *
 * Asked time and again, by a program that ends at once: one that went on listening (`pactl subscribe`) would hold what it
 * inherits of Electron's open files, the lock of a second start among them, when the app has crashed.
 */
export async function followSoundServer(deps: Deps): Promise<void> {
  const { system, tell, isWanted, signal, everyMs = 4_000 } = deps;
  let known = '';
  // Not at once: an app that starts has better to do.
  for (let waitMs = Math.min(everyMs, 1_500); ; waitMs = everyMs) {
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    if (isWanted()) {
      const now = soundDeviceNames((await system.run('pactl', ['list', 'short']))?.stdout ?? '');
      // Whoever is gone meanwhile is told nothing.
      if (signal.aborted) return;
      // The first time too: something may have come since the page has looked.
      if (now !== '' && now !== known) tell();
      known = now || known;
    }
  }
}

/** Of a source or a sink, and of nothing else: number, name, driver, « s16le 2ch 44100Hz », state. What comes back has another number. */
const soundDevice = /^(\d+\t[^\t]+)\t[^\t]*\t[^\t]* \d+ch \d+Hz\t/gm;

const soundDeviceNames = (list: string): string =>
  [...list.matchAll(soundDevice)]
    .map(([, name]) => name ?? '')
    .toSorted((a, b) => a.localeCompare(b))
    .join('\n');
