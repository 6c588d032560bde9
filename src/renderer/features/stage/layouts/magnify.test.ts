import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { magnify, moveBy, whole } from './magnify.ts';

const middle = { x: 0.5, y: 0.5 };

test('what is under the pointer stays there', () => {
  const { scale, x, y } = magnify(whole, 2, { x: 0.25, y: 0.75 });
  expect(scale).toBe(2);
  // The point of the picture that was at a quarter is at a quarter.
  expect([x + 0.25 * scale, y + 0.75 * scale]).toEqual([0.25, 0.75]);
});

test('a screen is never seen smaller than whole, nor more than four times as large', () => {
  expect(magnify(whole, 0.5, middle)).toEqual(whole);
  expect(magnify(whole, 100, middle).scale).toBe(4);
});

test('back at 100 % all of it is seen, wherever one looked', () => {
  const corner = moveBy(magnify(whole, 4, middle), { x: -9, y: -9 });
  expect(magnify(corner, 0.1, { x: 0, y: 1 })).toEqual(whole);
});

test('however one zooms and moves, nothing beside the picture is seen', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const point = fc.record({ x: part, y: part });
  const act = fc.oneof(
    fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), at: point }),
    fc.record({ by: fc.record({ x: fc.double({ min: -2, max: 2, noNaN: true }), y: part }) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const { scale, x, y } = acts.reduce(
        (now, each) => ('by' in each ? moveBy(now, each.by) : magnify(now, each.factor, each.at)),
        whole,
      );
      expect(x).toBeLessThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(0);
      expect(x + scale).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(y + scale).toBeGreaterThanOrEqual(1 - 1e-9);
    }),
  );
});
