import type { Configuration } from 'electron-builder';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../app/build.ts';
import { debianChangelog, debianCopyright } from './debian-documents.ts';
import { writeIcons } from './icons.ts';

const drawing = path.join(root, 'build', 'icon.svg');
const name = 'visio-agents';

/** What the Linux packages hold beside the app; made in `work`, which is wanted until they are packaged. */
export async function linuxSettings(
  work: string,
  {
    kind,
    version,
    date,
  }: { readonly kind: 'release' | 'driven'; readonly version: string; readonly date: Date },
): Promise<Pick<Configuration, 'linux' | 'deb' | 'rpm'>> {
  const file = (...names: string[]): string => path.join(work, ...names);
  await writeIcons(drawing, file('icons'));
  await mkdir(file('bin'));
  await symlink(`/opt/Visio-Agents/${name}`, file('bin', name));
  await writeFile(file('changelog'), debianChangelog(version, date));
  await writeFile(file('copyright'), await debianCopyright());
  // electron-builder 26 hands files and options of this list to fpm as they are.
  const both = [
    '--iteration',
    '1',
    `${file('bin', name)}=/usr/bin/${name}`,
    `${drawing}=/usr/share/icons/hicolor/scalable/apps/${name}.svg`,
  ];
  const debian = [
    '--deb-changelog',
    file('changelog'),
    '--deb-upstream-changelog',
    path.join(root, 'CHANGELOG.md'),
    `${file('copyright')}=/usr/share/doc/${name}/copyright`,
  ];
  const redHat = [
    '--rpm-tag',
    'Recommends: libsecret-1.so.0()(64bit)',
    '--rpm-tag',
    'Recommends: libstdc++.so.6()(64bit)',
    '--directories',
    '/opt/Visio-Agents',
    '--directories',
    `/usr/share/licenses/${name}`,
    `${path.join(root, 'LICENSE')}=/usr/share/licenses/${name}/LICENSE`,
  ];
  return {
    linux: { icon: file('icons') },
    // What only this machine will install need not be small, but soon there.
    deb: { compression: kind === 'driven' ? 'gz' : 'xz', fpm: [...both, ...debian] },
    rpm: { compression: kind === 'driven' ? 'gzip' : 'xz', fpm: [...both, ...redHat] },
  };
}
