import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { root } from '../../scripts/app/build.ts';
import { Unprepared, type Log } from '../../scripts/log.ts';
import { packageApp } from '../../scripts/packaging/package-app.ts';
import type { Electron } from '../../scripts/runtimes/electron.ts';
import type { Guard } from '../../scripts/supervision/guard.ts';

/** The app of this checkout as packages: the one that is released, and the one of which a test may take the wheel. */
export type Packages = {
  /** The folder of the unpacked driven app. */
  readonly driven: string;
  /** The driven app's deb; null unless asked for. */
  readonly deb: { readonly file: string; readonly megabytes: number } | null;
  /** How the fuses of the two compare, in words; @throws where they differ in more than the debugger's. */
  compareFuses(): Promise<string>;
};

export async function makePackages(
  { guard, electron, log }: { guard: Guard; electron: Electron; log: Log },
  { deb }: { readonly deb: boolean },
): Promise<Packages> {
  const folder = path.join(root, 'out', 'packaged');
  const make = (kind: 'release' | 'driven', target: string): Promise<string> =>
    packageApp({ guard, electron, kind, targets: [target], output: path.join(folder, kind) });
  log('Packaging the app, and the same app with a debugger…');
  const release = await make('release', 'dir');
  const driven = await make('driven', deb ? 'deb' : 'dir');
  return {
    driven,
    deb: deb ? await debIn(path.dirname(driven)) : null,
    compareFuses: () => compareFuses(release, driven),
  };
}

async function debIn(folder: string): Promise<Packages['deb']> {
  const found = (await readdir(folder)).find((each) => each.endsWith('.deb'));
  if (found === undefined) throw new Unprepared('The packager made no deb.');
  const file = path.join(folder, found);
  return { file, megabytes: Math.round((await stat(file)).size / 1e6) };
}

async function compareFuses(release: string, driven: string): Promise<string> {
  const read = (folder: string) => getCurrentFuseWire(path.join(folder, 'visio-agents'));
  const [ours, theirs] = [await read(release), await read(driven)];
  const names = Object.values(FuseV1Options).filter((each) => typeof each === 'number');
  const different = names.filter((each) => ours[each] !== theirs[each]);
  const asMeant = different.length === 1 && different[0] === FuseV1Options.EnableNodeCliInspectArguments;
  const words = different.map((each) => FuseV1Options[each]).join(', ');
  if (!asMeant) throw new Error(`the fuses of the two differ in: ${words || 'nothing'}`);
  return `${names.length - 1} of ${names.length} equal to the release's; on in this one alone: ${words}`;
}
