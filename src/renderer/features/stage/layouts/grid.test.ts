import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutTiles, mostTiles, pageOf, tileGap, tilesThatFit } from './grid.ts';

test.each([
  [1, 1084, 606, 1, 1],
  [2, 1084, 606, 2, 1],
  [2, 1084, 622, 2, 1],
  [2, 724, 622, 1, 2],
  [2, 600, 900, 1, 2],
  [3, 1084, 606, 2, 2],
  [4, 1084, 606, 2, 2],
  [12, 1904, 936, 4, 3],
  [25, 1084, 606, 5, 5],
])('%i people in %i × %i pixels see %i columns and %i rows', (count, width, height, columns, rows) => {
  expect(layOutTiles(count, width, height)).toMatchObject({ columns, rows });
});

test('whatever the window, everybody of a page fits into it with their gaps, and the picture is 16:9', () => {
  const size = fc.integer({ min: 200, max: 4000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: mostTiles }), size, size, (count, width, height) => {
      const tiles = layOutTiles(count, width, height);
      expect(tiles.columns * tiles.rows).toBeGreaterThanOrEqual(count);
      expect(tiles.columns * (tiles.width + tileGap) - tileGap).toBeLessThanOrEqual(width);
      expect(tiles.rows * (tiles.height + tileGap) - tileGap).toBeLessThanOrEqual(height);
      expect(Math.abs(tiles.height - (tiles.width * 9) / 16)).toBeLessThan(1);
    }),
  );
});

test('a window too small for anything gives empty tiles, not negative ones', () => {
  expect(layOutTiles(9, 0, 0)).toMatchObject({ width: 0, height: 0 });
});

test('a page holds 25 people in a large window and only as many as can be read in a small one', () => {
  expect(tilesThatFit(1084, 606)).toBe(25);
  expect(tilesThatFit(534, 215)).toBe(12);

  expect(layOutTiles(12, 534, 215).width).toBeGreaterThanOrEqual(112);
  expect(tilesThatFit(0, 0)).toBe(1);
});

test('100 people are four pages, and everybody is on exactly one', () => {
  const people = Array.from({ length: 100 }, (_, i) => i);
  const pages = [0, 1, 2, 3].map((page) => pageOf(people, page));
  expect(pages.flatMap(({ visible }) => visible)).toEqual(people);
  expect(pages[0]?.pages).toBe(4);
});

test('when the people of the last page leave, the page before is shown', () => {
  expect(pageOf([1, 2, 3], 3)).toEqual({ page: 0, pages: 1, visible: [1, 2, 3] });
});
