import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../app/build.ts';
import { packageOf, packagesCompiledInto, packagesInside, type InstalledPackage } from './owner-package.ts';

/** One package of npm of which something is in the app. */
export type BundledPackage = {
  readonly name: string;
  readonly version: string;
  /** As package-lock.json names it: `node_modules/zod`. */
  readonly folder: string;
  /** The package whose authors put it into theirs; `null` if the app imports it, or one that the app imports does. */
  readonly inside: string | null;
  /** Only a few lines that a tool of the build writes into every result, so that its modules find each other. */
  readonly helper: boolean;
};

const runtimes = ['main', 'preload', 'renderer'] as const;
type Runtime = (typeof runtimes)[number];

/** Where the list of a runtime is, which is not packaged. */
export const listOf = (mode: string, runtime: Runtime): string =>
  path.join(root, 'out', 'bundled', mode, `${runtime}.json`);

/** Vite plugin: writes into `list` from which packages the build took something: code, styles, fonts, pictures. */
export function bundledPackages(list: string): Plugin {
  let base = root;
  return {
    name: 'bundled-packages',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => void (base = config.root),
    async generateBundle(_, bundle) {
      const files = new Set<string>();
      for (const output of Object.values(bundle))
        if (output.type === 'asset')
          for (const name of output.originalFileNames) files.add(path.resolve(base, name));
        else for (const id of Object.keys(output.modules)) files.add(id);
      // The build does not say what a style sheet is made of.
      for (const id of this.getModuleIds())
        if (!id.startsWith('\0') && /\.css(\?|$)/.test(id))
          for (const sheet of await sheetsOf(withoutQuery(id))) files.add(sheet);
      const packages = (await Promise.all([...files].map((id) => packagesIn(id)))).flat();
      await mkdir(path.dirname(list), { recursive: true });
      await writeFile(list, JSON.stringify(once(packages), null, 2));
    },
  };
}

/** All packages of which something is in the last build of that mode, by name. */
export async function readBundled(mode: string): Promise<BundledPackage[]> {
  const lists = runtimes.map(
    async (runtime) => JSON.parse(await readFile(listOf(mode, runtime), 'utf8')) as BundledPackage[],
  );
  return once((await Promise.all(lists)).flat());
}

const withoutQuery = (id: string): string => id.replace(/\?.*$/, '');

/** A style sheet and all that it imports. */
async function sheetsOf(file: string): Promise<string[]> {
  const css = await readFile(file, 'utf8');
  const imported = [...css.matchAll(/@import\s+(?:url\()?["']([^"']+)/g)].map(([, name = '']) =>
    name.startsWith('.') ? path.resolve(file, '..', name) : createRequire(file).resolve(name),
  );
  return [file, ...(await Promise.all(imported.map((each) => sheetsOf(each)))).flat()];
}

async function packagesIn(id: string): Promise<BundledPackage[]> {
  const helper = await helperOf(id);
  if (helper) return [describe(helper, { helper: true })];
  const file = withoutQuery(id);
  const owner = await packageOf(file);
  if (!owner) return [];
  const inside = await (file.endsWith('.node') ? packagesCompiledInto(owner) : packagesInside(file, owner));
  return [describe(owner, {}), ...inside.map((each) => describe(each, { inside: owner.name }))];
}

const describe = (
  { name, version, folder }: InstalledPackage,
  { inside = null, helper = false }: { inside?: string | null; helper?: boolean },
): BundledPackage => ({
  name,
  version,
  folder: path.relative(root, folder).replaceAll(path.sep, '/'),
  inside,
  helper,
});

// What is in no file, by the names that the tools of the build give it.
const helpers = { 'rolldown/': 'rolldown', 'vite/': 'vite', '@oxc-project+runtime': 'rolldown' };

async function helperOf(id: string): Promise<InstalledPackage | null> {
  if (!id.startsWith('\0')) return null;
  const known = Object.entries(helpers).find(([prefix]) => id.startsWith(prefix, 1));
  if (!known)
    throw new Error(`Where does ${JSON.stringify(id)} come from? scripts/packaging/bundled-packages.ts`);
  return packageOf(path.join(root, 'node_modules', known[1], 'package.json'));
}

/** Each once; what the app takes itself counts more than what was put into another package. */
function once(packages: readonly BundledPackage[]): BundledPackage[] {
  const byKey = new Map<string, BundledPackage>();
  for (const each of packages) {
    const key = `${each.name}@${each.version}`;
    const known = byKey.get(key);
    if (!known || (known.inside !== null && each.inside === null) || (known.helper && !each.helper))
      byKey.set(key, each);
  }
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}
