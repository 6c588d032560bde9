import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPlacement, readPlacement } from './window-placement.ts';

const placement = { x: 10, y: -20, width: 900, height: 700, maximized: false };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visio-window-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the window comes back where it was', () => {
  expect(readPlacement(folder)).toBeNull();
  keepPlacement(folder, placement);
  expect(readPlacement(folder)).toEqual(placement);
});

test.each([
  '{ broken',
  'null',
  '{"x":1}',
  JSON.stringify({ ...placement, width: 3 }),
  JSON.stringify({ ...placement, x: '10' }),
])('a file holding %s places no window', (text) => {
  writeFileSync(join(folder, 'window.json'), text);
  expect(readPlacement(folder)).toBeNull();
});

test('a folder that cannot be written does not stop the app', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => keepPlacement(join(folder, 'file'), placement)).not.toThrow();
});
