import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../app/build.ts';
import type { BundledPackage } from './bundled-packages.ts';

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
};

/** What package.json wants and package-lock.json has settled; packages by their folder. */
export type LockFile = {
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly packages: Readonly<Record<string, Locked>>;
};

export async function readLockFile(): Promise<LockFile> {
  const { packages } = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked & { devDependencies?: Record<string, string> }>;
  };
  return { packages, devDependencies: packages['']?.devDependencies ?? {} };
}

/**
 * What only development needs has no place in the app: nobody looks after it as after what users run.
 * @throws with the name of each package that is none of `dependencies`, nor needed by one of them.
 */
export function refuseDevelopmentPackages(bundled: readonly BundledPackage[], lock: LockFile): void {
  const refused = bundled.filter(({ name, folder, helper }) => {
    const locked = lock.packages[folder];
    return (
      !helper &&
      (name in lock.devDependencies || !locked || locked.dev || locked.optional || locked.devOptional)
    );
  });
  if (refused.length === 0) return;
  const names = refused.map(({ name, version }) => `${name}@${version}`).join(', ');
  throw new Error(`In the app, but not for it in package.json (dependencies): ${names}.`);
}
