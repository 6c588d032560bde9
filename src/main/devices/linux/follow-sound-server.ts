import { setTimeout as sleep } from 'node:timers/promises';
import type { LinuxSystem } from './linux-system.ts';

type Deps = {
  readonly system: Pick<LinuxSystem, 'run'>;
  /** A microphone or a speaker was added or removed. */
  readonly tell: () => void;
  /** Whether anybody needs to know now. */
  readonly isWanted: () => boolean;
  /** Aborted when nobody needs to know any more. */
  readonly signal: AbortSignal;
  /** Ms between two questions. */
  readonly everyMs?: number;
};

/**
 * Reports devices that only the sound server knows, such as a Bluetooth headset: Chromium (130) only follows the kernel. Runs
 * until `signal` is aborted; never rejects.
 *
 * It polls with a program that ends at once. One that keeps listening (`pactl subscribe`) would hold Electron's open files that
 * it inherits, among them the single-instance lock, after a crash of the app.
 */
export async function followSoundServer(deps: Deps): Promise<void> {
  const { system, tell, isWanted, signal, everyMs = 4_000 } = deps;
  let known = '';
  // Not at once: the app is still starting.
  for (let waitMs = Math.min(everyMs, 1_500); ; waitMs = everyMs) {
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    if (isWanted()) {
      const now = soundDeviceNames((await system.run('pactl', ['list', 'short']))?.stdout ?? '');
      // Aborted meanwhile: nothing is reported any more.
      if (signal.aborted) return;
      // Also the first time: a device may have been added since the page read the list.
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
