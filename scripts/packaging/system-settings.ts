import type { Configuration } from 'electron-builder';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../app/build.ts';
import type { Electron } from '../runtimes/electron.ts';
import { writeInstallerIcons } from './installer-icons.ts';
import { releaseSettings } from './release-settings.ts';

type System = {
  readonly electron: Pick<Electron, 'dist' | 'version'>;
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
  /** Where the settings of Windows and macOS look for icons. */
  readonly icons?: string;
};

/**
 * What the settings of one packaging owe to the machine that packages; Windows and macOS also get their icons drawn.
 * @throws {Unprepared} if a release is wanted and something for it is missing.
 */
export async function systemSettings({
  electron,
  env = process.env,
  platform = process.platform,
  icons = path.join(root, 'out', 'icons'),
}: System): Promise<Configuration> {
  const { version: wanted } = createRequire(import.meta.url)('electron/package.json') as { version: string };
  const settings: Configuration = {
    electronVersion: electron.version,
    ...releaseSettings({ env, platform, electron: electron.version, wanted }),
  };
  if (platform === 'linux') return { ...settings, electronDist: electron.dist };
  await writeInstallerIcons(path.join(root, 'build', 'icon.svg'), icons);
  // electron-builder takes the archive from the same cache: out of an archive it leaves Electron's example app, whose
  // checksum would stay among those that macOS and Windows check, and on macOS it keeps the licences beside the app.
  return settings;
}
