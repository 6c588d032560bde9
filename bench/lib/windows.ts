import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { now } from './launch.ts';

/** The windows that appear on the screen, as the X server tells them. */
export type WindowWatch = {
  /** When the first window appeared after this moment (ms since 1970), or null if none has. */
  firstAfter(moment: number): number | null;
};

/** Listens to the screen with `xev` (Debian: x11-utils); it ends with the guard. */
export function watchWindows(guard: Guard): WindowWatch {
  const xev = guard.spawn('xev', ['-root', '-event', 'substructure'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const appeared: number[] = [];
  createInterface(xev.stdout as Readable).on('line', (line) => {
    if (line.startsWith('MapNotify event')) appeared.push(now());
  });
  return { firstAfter: (moment) => appeared.find((time) => time > moment) ?? null };
}
