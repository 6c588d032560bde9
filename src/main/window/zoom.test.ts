import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readZoom, windowKey, zoom, zoomedBy, zoomFactors } from './zoom.ts';

test('each step leads to the next, and neither end is passed', () => {
  const steps = [...zoomFactors];
  let factor = 0.5;
  for (const next of steps.slice(1)) expect((factor = zoomedBy(factor, 'in'))).toBe(next);
  expect(zoomedBy(4, 'in')).toBe(4);
  for (const next of steps.toReversed().slice(1)) expect((factor = zoomedBy(factor, 'out'))).toBe(next);
  expect(zoomedBy(0.5, 'out')).toBe(0.5);
  expect(zoomedBy(3, 'reset')).toBe(1);
  // As Chromium gives back what it was given.
  expect(zoomedBy(1.1000000000000003, 'in')).toBe(1.25);
});

const press = { type: 'keyDown', control: true, meta: false, alt: false } as const;

test.each([
  ['+', 'Equal', 'in'],
  ['=', 'Equal', 'in'],
  ['+', 'NumpadAdd', 'in'],
  ['-', 'Minus', 'out'],
  ['-', 'NumpadSubtract', 'out'],
  ['-', 'Digit6', 'out'],
  ['0', 'Digit0', 'reset'],
  ['à', 'Digit0', 'reset'],
  ['0', 'Numpad0', 'reset'],
  ['Insert', 'Numpad0', null],
  ['_', 'Digit8', null],
  ['d', 'KeyD', null],
] as const)('Control and %s (%s): %s', (key, code, expected) => {
  expect(windowKey({ ...press, key, code }, 'linux')).toBe(expected);
  expect(windowKey({ ...press, control: false, key, code }, 'linux')).toBeNull();
  expect(windowKey({ ...press, control: false, meta: true, key, code }, 'darwin')).toBe(expected);
  expect(windowKey({ ...press, alt: true, key, code }, 'win32')).toBeNull();
  expect(windowKey({ ...press, type: 'keyUp', key, code }, 'linux')).toBeNull();
});

test('F11 fills the screen, except on macOS, whose menu has another key', () => {
  const f11 = { ...press, control: false, key: 'F11', code: 'F11' };
  expect(windowKey(f11, 'linux')).toBe('full-screen');
  expect(windowKey(f11, 'win32')).toBe('full-screen');
  expect(windowKey(f11, 'darwin')).toBeNull();
});

test('the size is remembered, and a file that holds none of ours is not believed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'visio-zoom-'));
  try {
    expect(readZoom(folder)).toBe(1);
    const window = { isDestroyed: () => false, webContents: { zoomFactor: 1 } };
    zoom(window as never, folder, 'in');
    expect(window.webContents.zoomFactor).toBe(1.1);
    expect(readZoom(folder)).toBe(1.1);
    for (const text of ['{', '40', '"1"', '1.2', 'null']) {
      writeFileSync(join(folder, 'zoom.json'), text);
      expect(readZoom(folder)).toBe(1);
    }
    expect(() => zoom(window as never, join(folder, 'zoom.json', 'none'), 'out')).not.toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
