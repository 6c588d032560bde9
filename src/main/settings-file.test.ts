import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSettings } from './settings-file.ts';

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visio-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('French is the language until another is chosen, and the choice is kept', () => {
  const settings = openSettings(folder, log);
  expect(settings.get().language).toBe('fr');
  settings.set({ language: 'en' });
  expect(openSettings(folder, log).get().language).toBe('en');
});

test('only the user can read the file', () => {
  openSettings(folder, log).set({ displayName: 'Marie Gérard' });
  expect(statSync(join(folder, 'settings.json')).mode & 0o077).toBe(0);
});

test.each(['{ broken', '{"language":"tlh"}'])('a file holding %s is set aside and said, not lost', (text) => {
  writeFileSync(join(folder, 'settings.json'), text);
  expect(openSettings(folder, log).get().language).toBe('fr');
  expect(readFileSync(join(folder, 'settings.json.broken'), 'utf8')).toBe(text);
  expect(log.warn).toHaveBeenCalled();
});

test('a disk that refuses the change does not stop the app', () => {
  const settings = openSettings(join(folder, 'settings.json'), log);
  writeFileSync(join(folder, 'settings.json'), '');
  settings.set({ language: 'en' });
  expect(settings.get().language).toBe('en');
  expect(existsSync(join(folder, 'settings.json', 'settings.json'))).toBe(false);
});
