import { layOutTiles, tileGap } from './grid.ts';
import type { Regions, Size, Strip } from './regions.ts';

/** CSS pixels, from the upper left corner of the stage. */
export type Rectangle = Size & { readonly left: number; readonly top: number };

/** The largest 16:9 tiles in the middle of an area, row by row; the last row is centred. */
export function gridRectangles(count: number, { width, height }: Size): readonly Rectangle[] {
  const tile = layOutTiles(count, width, height);
  const used = (tiles: number, length: number): number => tiles * (length + tileGap) - tileGap;
  const top = Math.floor((height - used(tile.rows, tile.height)) / 2);
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / tile.columns);
    const column = index % tile.columns;
    const inRow = Math.min(tile.columns, count - row * tile.columns);
    const left = Math.floor((width - used(inRow, tile.width)) / 2);
    return {
      left: left + column * (tile.width + tileGap),
      top: top + row * (tile.height + tileGap),
      width: tile.width,
      height: tile.height,
    };
  });
}

/** One after the other, from the top of the column or the beginning of the row. */
export function stripRectangles(
  count: number,
  { main, strip }: Regions & { readonly strip: Strip },
): readonly Rectangle[] {
  const { side, tile } = strip;
  return Array.from({ length: count }, (_, index) => ({
    left: side ? main.width + tileGap : index * (tile.width + tileGap),
    top: side ? index * (tile.height + tileGap) : main.height + tileGap,
    ...tile,
  }));
}
