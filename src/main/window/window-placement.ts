import { join } from 'node:path';
import { writeAtomicallySync } from '../files/atomic-file.ts';
import { readOwnJson } from '../files/read-json-file.ts';
import type { Bounds } from './window-bounds.ts';

/** Where the window was, in the screen's own pixels. */
type Placement = Bounds & { readonly maximized: boolean };

// A file of its own, checked by hand: the settings and their schemas are loaded after the window is there.
const fileIn = (folder: string): string => join(folder, 'window.json');

/** Null at the first start, and for a file that does not hold a placement. */
export function readPlacement(folder: string): Placement | null {
  const kept = readOwnJson(fileIn(folder));
  return isPlacement(kept) ? kept : null;
}

/** A place that cannot be kept is not worth a word: the window is found again in the middle. */
export function keepPlacement(folder: string, placement: Placement): void {
  try {
    writeAtomicallySync(fileIn(folder), JSON.stringify(placement));
  } catch {
    // As said above.
  }
}

function isPlacement(kept: unknown): kept is Placement {
  if (typeof kept !== 'object' || kept === null) return false;
  const { x, y, width, height, maximized } = kept as Partial<Record<keyof Placement, unknown>>;
  const areWhole = [x, y, width, height].every((value) => Number.isSafeInteger(value));
  return areWhole && Number(width) >= 200 && Number(height) >= 200 && typeof maximized === 'boolean';
}
