import { expect, test } from 'vitest';
import { fitInto, moveInto, roomOn, smallestIn, usualIn, type Bounds } from './window-bounds.ts';

const area = (width: number, height: number, x = 0, y = 0): Bounds => ({ x, y, width, height });
const isWithin = (inner: Bounds, outer: Bounds): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

test('the first window has its usual size in the middle of a large screen', () => {
  expect(usualIn(area(1920, 1080))).toEqual({ x: 410, y: 165, width: 1100, height: 750 });
});

test('a laptop at 150 % has room for less, and the window is whole on it', () => {
  // 1366 × 768 pixels.
  const laptop = area(911, 512);
  expect(usualIn(laptop)).toEqual(laptop);
  expect(smallestIn(laptop)).toEqual({ width: 800, height: 512 });
  expect(smallestIn(area(1920, 1080))).toEqual({ width: 800, height: 600 });
});

test('the frame that a window manager adds is on the screen too', () => {
  const room = roomOn(area(1366, 768), 'linux');
  expect(room).toEqual(area(1350, 720, 8, 40));
  expect(usualIn(room)).toMatchObject({ y: 40, height: 720 });
  expect(roomOn(area(1366, 768), 'win32')).toEqual(area(1366, 768));
});

test('what was kept on a larger screen, beside it or half out of it is cut to the one that is there', () => {
  const screens = [area(1366, 728, 0, 40), area(911, 472, 0, 40), area(1920, 1040, -1920, 0)];
  const kept = [area(2560, 1400), area(1100, 750, 3000, 2000), area(1100, 750, -4000, -500), area(200, 200)];
  for (const room of screens) for (const each of kept) expect(isWithin(fitInto(room, each), room)).toBe(true);
});

// A laptop of 1366 × 768, and a screen of 1920 × 1080 to the right of it.
const laptop = roomOn(area(1366, 768), 'linux');

test('of a screen that is unplugged the window comes to the one that is left, as large as it was', () => {
  const onTheOther = area(1100, 700, 1666, 190);
  expect(moveInto(laptop, onTheOther)).toEqual({ ...onTheOther, x: 8 + 1350 - 1100, y: 40 + 720 - 700 });
  expect(moveInto(laptop, area(1900, 1000, 1376, 40))).toEqual(laptop);
});

test('a screen that shows everything larger, or has fewer pixels, cuts the window to itself', () => {
  expect(moveInto(roomOn(area(911, 512), 'linux'), area(1100, 700, 100, 50))).toEqual(area(895, 464, 8, 40));
  expect(moveInto(roomOn(area(800, 600), 'win32'), area(1100, 700, 100, 50))).toEqual(area(800, 600));
});

test('a window that is seen stays where it was put, half out of the screen too', () => {
  for (const at of [area(1100, 700, 20, 50), area(1100, 700, 1000, 500), area(1100, 700, -900, 60)])
    expect(moveInto(laptop, at)).toBeNull();
});

test('what has room stays where it was', () => {
  expect(fitInto(area(1920, 1040), area(900, 700, 10, 20))).toEqual(area(900, 700, 10, 20));
});
