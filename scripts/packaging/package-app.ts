import { build, Platform, type AfterPackContext, type Configuration } from 'electron-builder';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildApp, root } from '../app/build.ts';
import type { Electron } from '../runtimes/electron.ts';
import type { Guard } from '../supervision/guard.ts';
import { appDocuments } from './app-documents.ts';
import { checkContents } from './check-contents.ts';
import { findFpm } from './fpm.ts';
import { checkFuses, programIn, setFusesBeyondSettings } from './fuses.ts';
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

/**
 * Builds the app and packages it on this Electron; returns the folder of the unpacked app. The list of its parts is put
 * beside the packages.
 * @throws if something is in it, or set in it, that should not be.
 */
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
  const documents = await appDocuments(kind, { electron: electron.version, version, date });
  let fuses: Configuration['electronFuses'];
  await build({
    targets: Platform.current().createTarget([...targets]),
    projectDir: root,
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      directories: { output },
      ...settings,
      ...(process.platform === 'linux' ? await linuxSettings(work, { kind, version, date }) : {}),
      ...(kind === 'driven' ? driven : {}),
      afterPack: async (context) => {
        await removeExampleApp(context);
        await writeFile(licencesIn(context), documents.licences);
        await setFusesBeyondSettings(programIn(context.appOutDir, process.platform));
        // Before there are packages of it.
        await checkContents(context.appOutDir, process.platform);
        fuses = context.packager.config.electronFuses;
      },
    },
  });
  const unpacked = path.join(output, packagesFor(process.platform, process.arch).unpacked);
  await checkFuses(programIn(unpacked, process.platform), fuses ?? {});
  await writeFile(path.join(output, `visio-agents-${version}.cdx.json`), documents.sbom);
  return unpacked;
}

const driven: Configuration = {
  files: [{ from: 'out/driven', to: 'out' }, 'package.json', '!node_modules'],
  electronFuses: { enableNodeCliInspectArguments: true },
};

/** An unpacked Electron brings an app of its own, which electron-builder leaves where it is. */
const removeExampleApp = ({ appOutDir }: AfterPackContext): Promise<void> =>
  rm(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true });

/** Where Electron's own are; within the app itself on macOS, whose users get nothing else. */
const licencesIn = ({ appOutDir, electronPlatformName, packager }: AfterPackContext): string =>
  path.join(
    electronPlatformName === 'darwin' ? packager.getResourcesDir(appOutDir) : appOutDir,
    'LICENSES-third-party.txt',
  );
