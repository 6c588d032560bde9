import { createHash } from 'node:crypto';
import { copyFile, chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Package } from './options.ts';
import { settle, type Entry } from './stage.ts';

/** The changelogs where Debian looks for them, compressed without a date. */
export async function addChangelogs(wanted: Package, root: string): Promise<void> {
  const folder = path.join(root, 'usr/share/doc', wanted.name);
  await mkdir(folder, { recursive: true });
  for (const [from, name] of [
    [wanted.debianChangelog, 'changelog.Debian.gz'],
    [wanted.upstreamChangelog, 'changelog.gz'],
  ] as const)
    if (from !== undefined)
      await writeFile(path.join(folder, name), gzipSync(await readFile(from), { level: 9 }));
}

/** Debian's description of the package, `DEBIAN/control`. */
export function control(wanted: Package, entries: readonly Entry[]): string {
  // Debian counts a kibibyte for whatever is no file, and rounds files up.
  const kibibytes = entries.reduce(
    (sum, { kind, size }) => sum + (kind === 'file' ? Math.ceil(size / 1024) : 1),
    0,
  );
  const fields = [
    ['Package', wanted.name],
    ['Version', `${wanted.version}-${wanted.iteration}`],
    ['Architecture', wanted.architecture],
    ['Maintainer', wanted.maintainer],
    ['Installed-Size', String(kibibytes)],
    ['Depends', wanted.depends.join(', ')],
    ['Recommends', wanted.recommends.join(', ')],
    ['Section', wanted.category],
    ['Priority', wanted.priority],
    ['Homepage', wanted.url],
    // A line that begins with a space goes on; one with a dot alone is empty.
    ['Description', [wanted.summary, ...wanted.description.flatMap(wrap)].join('\n')],
  ];
  // Vendor and licence have no field in Debian: its file « copyright » tells.
  return fields.map(([name, value]) => (value === '' ? '' : `${name}: ${value}\n`)).join('');
}

/** Lines that begin with a space, as long as a terminal's. */
const wrap = (text: string): string[] =>
  text.match(/.{1,78}(?= |$)/g)?.map((line) => ` ${line.trim()}`) ?? [];

/** Completes the folder so that `dpkg-deb --build` makes a package of it. */
export async function prepareDeb(
  wanted: Package,
  root: string,
  entries: readonly Entry[],
  time: Date,
): Promise<void> {
  const folder = path.join(root, 'DEBIAN');
  await mkdir(folder);
  const sums: string[] = [];
  for (const { path: place, kind } of entries)
    if (kind === 'file')
      sums.push(
        `${createHash('md5')
          .update(await readFile(root + place))
          .digest('hex')}  ${place.slice(1)}\n`,
      );
  await writeFile(path.join(folder, 'md5sums'), sums.join(''));
  await writeFile(path.join(folder, 'control'), control(wanted, entries));
  for (const [from, name] of [
    [wanted.afterInstall, 'postinst'],
    [wanted.afterRemove, 'postrm'],
  ] as const) {
    if (from === undefined) continue;
    await copyFile(from, path.join(folder, name));
    await chmod(path.join(folder, name), 0o755);
  }
  await settle(root, '/DEBIAN', time);
}

// dpkg's names for electron-builder's, which come from fpm, and how hard to try: docs/decisions/0012-packages.md.
const compressions: Readonly<Record<string, readonly string[]>> = {
  xz: ['-Zxz', '-z3'],
  gz: ['-Zgzip', '-z1'],
};

/** `dpkg-deb` dates what it adds itself by SOURCE_DATE_EPOCH. */
export function debCommand(wanted: Package, root: string): readonly [string, readonly string[]] {
  const compression = compressions[wanted.compression];
  if (compression === undefined) throw new Error(`dpkg does not compress with ${wanted.compression}.`);
  return ['dpkg-deb', ['--root-owner-group', ...compression, '--build', root, wanted.file]];
}
