import type { Arrangement } from './arrange.ts';
import { mostTiles, pageOf, tilesThatFit } from './grid.ts';
import { gridRectangles, stripRectangles, type Rectangle } from './rectangles.ts';
import { layOutRegions, type Regions, type Size } from './regions.ts';

type Placement<T> = { readonly tile: T; readonly at: Rectangle; readonly isLarge: boolean };

export type LaidOut<T> = {
  readonly placements: readonly Placement<T>[];
  readonly regions: Regions;
  /** Of the grid, or of the filmstrip; from 0. */
  readonly page: number;
  readonly pages: number;
};

type StripChoice = { readonly stripShare: number | null; readonly isStripFolded: boolean };

type Input<T> = StripChoice & {
  readonly area: Size;
  /** The page that the user turned to. */
  readonly wanted: number;
  /** Fills what is large, whatever its own shape, as long as it is alone there. */
  readonly fills: (tile: T) => boolean;
};

/** How many of those who are neither large nor kept on each page are seen on the first page. */
export function firstPage<T>(
  { main, kept, others }: Arrangement<T>,
  { area, stripShare }: Pick<Input<T>, 'area' | 'stripShare'>,
): number {
  const { main: grid, strip } = layOutRegions({
    area,
    kept: kept.length,
    others: main.length === 0 ? 0 : others.length,
    share: stripShare,
  });
  // Until the area is measured we lay out a full page, which is right in most windows.
  if (area.width === 0) return mostTiles;
  return main.length === 0
    ? tilesThatFit(grid.width, grid.height)
    : Math.max(1, (strip?.capacity ?? 1) - kept.length);
}

/** Which tiles are seen on the page that is wanted, and where. */
export function layOutStage<T>(arrangement: Arrangement<T>, input: Input<T>): LaidOut<T> {
  const { main, kept, others } = arrangement;
  const { area, wanted, stripShare, isStripFolded, fills } = input;
  const isGrid = main.length === 0;
  const listed = isStripFolded && !isGrid ? [] : others;
  const regions = layOutRegions({
    area,
    kept: kept.length,
    others: isGrid ? 0 : listed.length,
    share: stripShare,
  });
  const { page, pages, visible } = pageOf(listed, wanted, firstPage(arrangement, input));
  const large = isGrid ? visible : main;
  const inStrip = isGrid ? kept : [...kept, ...visible];
  const first = large[0];
  const isFilled = !isGrid && large.length === 1 && first !== undefined && fills(first);
  const largeAt = isFilled
    ? [{ left: 0, top: 0, ...regions.main }]
    : gridRectangles(large.length, regions.main);
  const { strip } = regions;
  const stripAt = strip ? stripRectangles(inStrip.length, { ...regions, strip }) : [];
  const place = (tiles: readonly T[], at: readonly Rectangle[], isLarge: boolean): Placement<T>[] =>
    tiles.flatMap((tile, index) => {
      const rectangle = at[index];
      return rectangle ? [{ tile, at: rectangle, isLarge }] : [];
    });
  return {
    placements: [...place(large, largeAt, !isGrid), ...place(inStrip, stripAt, false)],
    regions,
    page,
    pages,
  };
}
