import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridRectangles, stripRectangles, type Rectangle } from './rectangles.ts';
import { layOutRegions } from './regions.ts';

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;
const isInside = (
  { left, top, width, height }: Rectangle,
  area: { width: number; height: number },
): boolean => left >= 0 && top >= 0 && left + width <= area.width && top + height <= area.height;

test('the last row is centred under the others', () => {
  const [first, second, third] = gridRectangles(3, { width: 1084, height: 606 });
  expect(first?.top).toBe(second?.top);
  expect((third?.left ?? 0) + (third?.width ?? 0) / 2).toBeCloseTo(1084 / 2, -1);
});

test('whatever the window, no two tiles lie over each other, and none sticks out', () => {
  const size = fc.integer({ min: 240, max: 4000 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.integer({ min: 1, max: 25 }),
      fc.nat(2),
      fc.nat(30),
      (width, height, large, kept, others) => {
        const area = { width, height };
        const { main, strip } = layOutRegions({ area, kept, others, share: null });
        const inStrip = strip
          ? stripRectangles(Math.min(strip.capacity, kept + others), { main, strip })
          : [];
        const all = [...gridRectangles(large, main), ...inStrip];
        expect(all.filter((tile) => !isInside(tile, area))).toEqual([]);
        for (const [index, tile] of all.entries())
          expect(all.slice(index + 1).some((other) => overlap(tile, other))).toBe(false);
      },
    ),
    { numRuns: 50 },
  );
});
