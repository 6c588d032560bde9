import { createRequire } from 'node:module';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemSettings } from './system-settings.ts';

let icons: string;
beforeEach(async () => {
  icons = await mkdtemp(path.join(tmpdir(), 'visio-agents-system-'));
});
afterEach(() => rm(icons, { recursive: true, force: true }));

const electron = { dist: '/an/electron', version: '33.2.1' };

test('Linux packages the Electron that development found', async () => {
  expect(await systemSettings({ electron, icons, env: {}, platform: 'linux' })).toEqual({
    electronVersion: '33.2.1',
    electronDist: '/an/electron',
  });
  expect(await readdir(icons)).toEqual([]);
});

test('Windows and macOS find their icons, and Electron’s archive instead of an unpacked folder', async () => {
  for (const platform of ['win32', 'darwin'] as const) {
    const settings = await systemSettings({ electron, icons, env: { CSC_NAME: 'Somebody' }, platform });
    expect(settings).toEqual({ electronVersion: '33.2.1' });
    expect(await readdir(icons)).toEqual(['icon.icns', 'icon.ico']);
  }
});

test('a release on another Electron than that of package.json is refused', async () => {
  const release = { icons, env: { VISIO_RELEASE: 'unsigned' }, platform: 'linux' } as const;
  await expect(systemSettings({ electron, ...release })).rejects.toThrow('and this is 33.2.1');
  const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
  const own = await systemSettings({ electron: { ...electron, version }, ...release });
  expect(own.electronVersion).toBe(version);
});
