import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tileGap } from './grid.ts';
import { layOutRegions, pagerThickness } from './regions.ts';

const wide = { width: 1100, height: 620 };
const narrow = { width: 784, height: 470 };
const lay = (given: Partial<Parameters<typeof layOutRegions>[0]>) =>
  layOutRegions({ area: wide, kept: 0, others: 5, share: null, ...given });

test('without a filmstrip what is large has all of it', () => {
  expect(lay({ others: 0 })).toEqual({ main: wide, strip: null });
});

test('the filmstrip stands at the right of a wide stage, and under a narrow one', () => {
  expect(lay({}).strip).toMatchObject({ side: true, thickness: 220 });
  expect(lay({ area: narrow }).strip).toMatchObject({ side: false, thickness: 94 });
});

test('the user may draw its edge, not so far that what is large becomes the smaller one', () => {
  expect(lay({ share: 0.3 }).strip?.thickness).toBe(330);
  expect(lay({ share: 0.9 }).strip?.thickness).toBe(550);
  expect(lay({ share: 0 }).strip?.thickness).toBe(110);
});

test('it holds six at most, and turns pages where more are there than fit', () => {
  expect(lay({ others: 4 }).strip).toMatchObject({ capacity: 4, isPaged: false });
  expect(lay({ area: { width: 1900, height: 1800 }, others: 40, share: 0.1 }).strip).toMatchObject({
    capacity: 6,
    isPaged: true,
  });
});

test('whoever must be seen well is, at 320×240 or more, where the window allows it', () => {
  for (const area of [wide, narrow, { width: 1904, height: 936 }]) {
    const tile = lay({ area, kept: 1, others: 0 }).strip?.tile;
    expect(tile?.width).toBeGreaterThanOrEqual(320);
    expect(tile?.height).toBeGreaterThanOrEqual(239);
  }
});

test('whatever the window, the tiles of a page, their gaps and the pager fit, in 16:9', () => {
  const size = fc.integer({ min: 240, max: 4000 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.nat(3),
      fc.nat(98),
      fc.float({ min: 0, max: 1, noNaN: true }),
      (width, height, kept, others, share) => {
        const { main, strip } = lay({ area: { width, height }, kept, others, share });
        if (strip === null) return;
        const { side, thickness, tile, capacity, isPaged } = strip;
        const along = side ? height : width;
        const used = capacity * ((side ? tile.height : tile.width) + tileGap) - tileGap;
        expect(used + (isPaged ? pagerThickness : 0)).toBeLessThanOrEqual(along);
        expect(side ? tile.width : tile.height).toBeLessThanOrEqual(thickness);
        expect((side ? main.width : main.height) + tileGap + thickness).toBeLessThanOrEqual(
          side ? width : height,
        );
        expect(capacity).toBeGreaterThan(Math.min(kept, kept + others - 1));
        expect(Math.abs(tile.width - (tile.height * 16) / 9)).toBeLessThan(2);
      },
    ),
  );
});
