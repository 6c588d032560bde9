import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderTrouble } from './profile-folder.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'profile-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('a folder is made with all above it, and nothing is left in it', () => {
  const folder = join(home, '.config', 'visio-agents');
  expect(folderTrouble(folder)).toBeNull();
  expect(existsSync(folder)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

test('what cannot be a folder is named as the system does, and keeps nobody waiting', () => {
  writeFileSync(join(home, 'file'), '');
  expect(folderTrouble(join(home, 'file'))).toBe('ENOTDIR');
  expect(folderTrouble(join(home, 'file', 'below'))).toBe('ENOTDIR');
  expect(folderTrouble('/proc/visio-agents/data')).toBe('ENOENT');
});

test('what a start left that was killed in its probe is no obstacle', () => {
  writeFileSync(join(home, `probe-${process.pid}`), '');
  expect(folderTrouble(home)).toBeNull();
});
