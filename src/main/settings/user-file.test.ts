import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openUserFile } from './user-file.ts';

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visio-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a choice is kept, and what another version wrote stays', () => {
  writeFileSync(join(folder, 'settings.json'), '{"fromLater": 1}');
  openUserFile(folder, log).set({ language: 'en' });
  expect(openUserFile(folder, log).values()).toEqual({ fromLater: 1, language: 'en' });
});

test('only the user can read the file', () => {
  openUserFile(folder, log).set({ displayName: 'Marie Gérard' });
  expect(statSync(join(folder, 'settings.json')).mode & 0o077).toBe(0);
});

test.each(['{ broken', '[]', 'null', '"text"'])(
  'a file holding %s is set aside and said, not lost',
  (text) => {
    writeFileSync(join(folder, 'settings.json'), text);
    const { values, setAside } = openUserFile(folder, log);
    expect(values()).toEqual({});
    expect(readFileSync(setAside?.path ?? '', 'utf8')).toBe(text);
    expect(log.warn).toHaveBeenCalled();
  },
);

test('a disk that refuses the change does not stop the app', () => {
  const file = openUserFile(join(folder, 'settings.json'), log);
  writeFileSync(join(folder, 'settings.json'), '');
  file.set({ language: 'en' });
  expect(file.values()).toEqual({ language: 'en' });
  expect(existsSync(join(folder, 'settings.json', 'settings.json'))).toBe(false);
});

test('where a broken file cannot be set aside the app starts all the same', () => {
  writeFileSync(join(folder, 'settings.json'), '{ broken');
  mkdirSync(join(folder, 'settings.json.broken'));
  expect(openUserFile(folder, log).values()).toEqual({});
  expect(log.error).toHaveBeenCalledOnce();
});

test('a file that an editor of Windows wrote is read, and one in another encoding is told with its line', () => {
  writeFileSync(join(folder, 'settings.json'), '\ufeff{ "displayName": "Gérard" }');
  expect(openUserFile(folder, log).values()).toEqual({ displayName: 'Gérard' });
  writeFileSync(join(folder, 'settings.json'), Buffer.from('{\n"displayName": "Gérard" }', 'latin1'));
  expect(openUserFile(folder, log).setAside?.because).toEqual({ fault: 'not-utf8', line: 2 });
});
