export type TileLayout = {
  readonly columns: number;
  readonly rows: number;
  /** Of one tile, in CSS pixels, whole. */
  readonly width: number;
  readonly height: number;
};

export const mostTiles = 25;
export const tileGap = 8;

// CSS pixels. In a narrower tile neither the face nor the name can be recognised.
const narrowest = 112;
const ratio = 16 / 9;

// People expect to sit side by side: a row more must be worth it.
const worthOneMoreRow = 1.1;

/** The largest 16:9 tiles for `count` people in an area of so many CSS pixels, wide rather than high if it costs little. */
export function layOutTiles(count: number, areaWidth: number, areaHeight: number): TileLayout {
  let best: TileLayout = { columns: Math.max(1, count), rows: 1, width: 0, height: 0 };
  for (let columns = count; columns >= 1; columns--) {
    const rows = Math.ceil(count / columns);
    const widest = (areaWidth - tileGap * (columns - 1)) / columns;
    const highest = (areaHeight - tileGap * (rows - 1)) / rows;
    const width = Math.max(0, Math.floor(Math.min(widest, highest * ratio)));
    const needed = rows > best.rows ? best.width * worthOneMoreRow : best.width;
    if (width > needed) best = { columns, rows, width, height: Math.floor(width / ratio) };
  }
  return best;
}

/** How many tiles a page of so many CSS pixels holds at most, each wide enough to be read; at least one. */
export function tilesThatFit(areaWidth: number, areaHeight: number): number {
  for (let count = mostTiles; count > 1; count--) {
    if (layOutTiles(count, areaWidth, areaHeight).width >= narrowest) return count;
  }
  return 1;
}

/** The people of one page (from 0); a page that has emptied gives the last one that has not. */
export function pageOf<T>(
  people: readonly T[],
  wanted: number,
  pageSize: number = mostTiles,
): { readonly page: number; readonly pages: number; readonly visible: readonly T[] } {
  const pages = Math.max(1, Math.ceil(people.length / pageSize));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { page, pages, visible: people.slice(page * pageSize, (page + 1) * pageSize) };
}
