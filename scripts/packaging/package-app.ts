import { build, Platform, type AfterPackContext, type Configuration } from 'electron-builder';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildApp, root } from '../app/build.ts';
import type { Electron } from '../runtimes/electron.ts';
import type { Guard } from '../supervision/guard.ts';
import { findFpm } from './fpm.ts';
import { linuxSettings } from './linux-settings.ts';
import { sourceDate } from './source-date.ts';
import { systemSettings } from './system-settings.ts';
import { packagesFor } from './targets.ts';

type Packaging = {
  readonly guard: Guard;
  readonly electron: Electron;
  /** `driven` may be debugged, so that tests and measurements can drive it; it differs in nothing else. */
  readonly kind: 'release' | 'driven';
  /** electron-builder's names: `dir`, `deb`, … */
  readonly targets: readonly string[];
  /** The folder for what is made; what was in it goes. */
  readonly output: string;
};

/** Builds the app and packages it on this Electron; returns the folder of the unpacked app. */
export async function packageApp({ guard, electron, kind, targets, output }: Packaging): Promise<string> {
  // First, so that what cannot be packaged costs nobody the packages that are there.
  const settings = await systemSettings({ electron });
  const work = await mkdtemp(path.join(tmpdir(), 'visio-agents-packaging-'));
  guard.removeAtEnd(work);
  const date = await sourceDate(guard);
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  // Read by electron-builder and by the programs that it starts.
  process.env['SOURCE_DATE_EPOCH'] = String(date.getTime() / 1000);
  process.env['CUSTOM_FPM_PATH'] = await findFpm(work);
  await rm(output, { recursive: true, force: true });
  await buildApp(guard, kind);
  await build({
    targets: Platform.current().createTarget([...targets]),
    projectDir: root,
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      directories: { output },
      ...settings,
      ...(process.platform === 'linux' ? await linuxSettings(work, { version, date }) : {}),
      ...(kind === 'driven' ? driven : {}),
      afterPack: removeExampleApp,
    },
  });
  return path.join(output, packagesFor(process.platform, process.arch).unpacked);
}

const driven: Configuration = {
  files: [{ from: 'out/driven', to: 'out' }, 'package.json', '!node_modules'],
  electronFuses: { enableNodeCliInspectArguments: true },
};

/** An unpacked Electron brings an app of its own, which electron-builder leaves where it is. */
const removeExampleApp = ({ appOutDir }: AfterPackContext): Promise<void> =>
  rm(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true });
