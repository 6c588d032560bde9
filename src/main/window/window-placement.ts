import { join } from 'node:path';
import { writeAtomicallySync } from '../files/atomic-file.ts';
import { readOwnJson } from '../files/read-json-file.ts';
import type { Bounds } from './window-bounds.ts';

/** Where the window was, in device-independent pixels. */
type Placement = Bounds & { readonly maximized: boolean };

// A file of its own, checked by hand: the settings and their schemas are loaded after the window is open.
const fileIn = (folder: string): string => join(folder, 'window.json');

/** Null at the first start, and if the file holds no placement. */
export function readPlacement(folder: string): Placement | null {
  const kept = readOwnJson(fileIn(folder));
  return isPlacement(kept) ? kept : null;
}

/** If the placement cannot be saved, nobody is told: the window just opens in the middle next time. */
export function keepPlacement(folder: string, placement: Placement): void {
  try {
    writeAtomicallySync(fileIn(folder), JSON.stringify(placement));
  } catch {
    // See above.
  }
}

function isPlacement(kept: unknown): kept is Placement {
  if (typeof kept !== 'object' || kept === null) return false;
  const { x, y, width, height, maximized } = kept as Partial<Record<keyof Placement, unknown>>;
  const areWhole = [x, y, width, height].every((value) => Number.isSafeInteger(value));
  return areWhole && Number(width) >= 200 && Number(height) >= 200 && typeof maximized === 'boolean';
}
