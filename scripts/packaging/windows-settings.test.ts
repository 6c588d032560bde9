import { WinPackager } from 'electron-builder';
import { expect, test } from 'vitest';
import { readSettings } from './testing/settings.ts';

test('programs, libraries and packages are signed with SHA-256, and with nothing older', async () => {
  const hashes: string[] = [];
  const sign = ({ hash }: { hash: string }): Promise<unknown> => Promise.resolve(hashes.push(hash));
  const packager = new WinPackager(await readSettings({ win: { signtoolOptions: { sign } } }));
  for (const file of ['visio-agents.exe', 'ffmpeg.dll', 'keytar.node', 'visio-agents.msi'])
    await packager.signIf(file);
  expect(hashes).toEqual(['sha256', 'sha256', 'sha256', 'sha256']);
  expect(packager.config.win?.signExts).toEqual(['.dll', '.node']);
});

test('the NSIS installer serves a whole machine, asks nothing, and starts nothing', async () => {
  const { config } = await readSettings();
  expect(config.nsis).toMatchObject({
    perMachine: true,
    oneClick: true,
    runAfterFinish: false,
    createDesktopShortcut: false,
    guid: '99247412-004D-4FCA-BD58-AD75D1A5C9A2',
  });
});

test('both installers put the program where the other registers it', async () => {
  const packager = new WinPackager(await readSettings());
  // The name of the folder and of the program, in both of electron-builder's templates.
  expect(packager.appInfo.productFilename).toBe('visio-agents');
  expect(packager.config.protocols).toMatchObject([{ schemes: ['visio-agents'] }]);
});

test('nothing is made for an updater, which the app does not have', async () => {
  const { config } = await readSettings();
  expect(config.publish).toBeNull();
  expect(config.nsis).toMatchObject({ differentialPackage: false });
  expect(config.dmg).toMatchObject({ writeUpdateInfo: false });
});
