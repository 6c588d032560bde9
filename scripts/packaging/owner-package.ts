import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { orMissing } from '../or-missing.ts';

/** A package of npm as it is installed here. */
export type InstalledPackage = { readonly name: string; readonly version: string; readonly folder: string };

/** The package that a file of `node_modules` belongs to; null for our own files. */
export async function packageOf(file: string): Promise<InstalledPackage | null> {
  if (!file.split(path.sep).includes('node_modules')) return null;
  for (let folder = path.dirname(file); path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    const { name, version } = await readManifest(folder);
    // Some packages have further ones without a name, which only say how their scripts are written.
    if (name !== undefined && version !== undefined) return { name, version, folder };
  }
  throw new Error(`${file} belongs to no package.`);
}

/** The package of that name as a file of this folder would import it. */
async function findPackage(name: string, from: string): Promise<InstalledPackage> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    const { version } = await readManifest(found);
    if (version !== undefined) return { name, version, folder: found };
    if (path.dirname(folder) === folder) throw new Error(`${from} contains ${name}, which is not installed.`);
  }
}

/**
 * The packages that this file of `carrier` contains already, because its authors bundled it. Their source map says so; it
 * is the only trace. What the carrier depends on is counted as well: a map leads through other maps, and loses some on its way.
 */
export async function packagesInside(file: string, carrier: InstalledPackage): Promise<InstalledPackage[]> {
  const map = await orMissing(readFile(`${file}.map`, 'utf8'));
  if (map === null) return [];
  const { sources } = JSON.parse(map) as { sources: readonly (string | null)[] };
  const inside = new Map<string, string | undefined>();
  for (const source of sources) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source ?? '')?.[1];
    // pnpm's folders name the version that its authors had, which may not be the one that is installed here.
    const version = /.*\.pnpm\/[^/]+@([^/@_(]+)[^/]*\/node_modules\//.exec(source ?? '')?.[1];
    if (name !== undefined && name !== carrier.name) inside.set(name, version);
  }
  if (inside.size === 0) return [];
  const { dependencies = {} } = await readManifest(carrier.folder);
  for (const name of Object.keys(dependencies)) if (!inside.has(name)) inside.set(name, undefined);
  return Promise.all(
    [...inside].map(async ([name, version]) => {
      const installed = await findPackage(name, carrier.folder);
      return { name, version: version ?? installed.version, folder: installed.folder };
    }),
  );
}

/** What the authors of a compiled file compiled into it: each of ours is written against the headers of node-addon-api. */
export const packagesCompiledInto = async ({ folder }: InstalledPackage): Promise<InstalledPackage[]> => [
  await findPackage('node-addon-api', folder),
];

type Manifest = { name?: string; version?: string; dependencies?: Record<string, string> };

const readManifest = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8').catch(() => '{}')) as Manifest;
