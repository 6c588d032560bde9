import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/app/build.ts';
import { loadedUntil } from '../lib/loaded-files.ts';
import { compared, type Row } from '../lib/row.ts';
import type { Setting } from '../lib/setting.ts';
import { landmarks } from './landmarks.ts';

/** What is read from disk before home can be used: the page's files, and the scripts of main and preload. */
export async function measureLoaded(setting: Setting): Promise<Row[]> {
  const app = await pageFiles(setting, 'app');
  const bare = await pageFiles(setting, 'bare');
  const row = (title: string, unit: Row['unit'], value: number, against: number): Row =>
    compared({
      title,
      unit,
      budget: null,
      app: [value],
      what: 'bare page with a heading',
      against: [against],
    });
  return [
    row('files of the page until home is usable', 'files', app.files, bare.files),
    row('… their size', 'kB', app.bytes / 1000, bare.bytes / 1000),
    row('scripts of main and preload', 'kB', await scripts('out/driven'), await scripts('out/bench/bare')),
  ];
}

async function pageFiles(setting: Setting, side: 'app' | 'bare') {
  const first = landmarks[side].home;
  const running = await setting.start(side, { userData: await setting.newProfile(), first });
  const loaded = await loadedUntil(running, first);
  await running.close();
  return loaded;
}

/** kB */
async function scripts(build: string): Promise<number> {
  let bytes = 0;
  for (const part of ['main', 'preload']) {
    const folder = path.join(root, build, part);
    for (const file of await readdir(folder, { recursive: true })) {
      const found = await stat(path.join(folder, file));
      if (found.isFile()) bytes += found.size;
    }
  }
  return bytes / 1000;
}
