import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../app/build.ts';
import { icns, ico } from './icon-containers.ts';
import { writeInstallerIcons } from './installer-icons.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-icons-'));
  await writeInstallerIcons(path.join(root, 'build', 'icon.svg'), directory);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** The width in a PNG's first chunk; NaN if these bytes are no PNG. */
const widthOf = (png: Buffer): number =>
  png.toString('latin1', 1, 4) === 'PNG' ? png.readUInt32BE(16) : Number.NaN;

test('the icon for Windows holds a picture of each size that it announces', async () => {
  const file = await readFile(path.join(directory, 'icon.ico'));
  expect(file.readUInt16LE(2)).toBe(1);
  const entries = Array.from({ length: file.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
  const announced = entries.map((entry) => file.readUInt8(entry) || 256);
  const held = entries.map((entry) => {
    const offset = file.readUInt32LE(entry + 12);
    return widthOf(file.subarray(offset, offset + file.readUInt32LE(entry + 8)));
  });
  expect(announced).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  expect(held).toEqual(announced);
});

test('the icon for macOS holds pictures for plain and dense screens, and its length is its own', async () => {
  const file = await readFile(path.join(directory, 'icon.icns'));
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const held: [string, number][] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
    held.push([file.toString('latin1', at, at + 4), widthOf(file.subarray(at + 8))]);
  expect(Object.fromEntries(held)).toEqual({
    ic11: 32,
    ic12: 64,
    ic07: 128,
    ic13: 256,
    ic08: 256,
    ic14: 512,
    ic09: 512,
    ic10: 1024,
  });
});

test('an icon that lacks a size is refused, not made with a hole', () => {
  expect(() => ico(new Map())).toThrow('16 pixels');
  expect(() => icns(new Map())).toThrow('32 pixels');
});
