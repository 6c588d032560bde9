import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAtomically } from './atomic-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visio-save-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a report takes the place of an earlier one, and leaves nothing else behind', async () => {
  const path = join(folder, 'rapport.txt');
  await writeFile(path, 'an earlier one, and longer');
  await writeAtomically(path, 'é\n');
  expect(await readFile(path, 'utf8')).toBe('é\n');
  expect(await readdir(folder)).toEqual(['rapport.txt']);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('where it cannot be written it fails, in no time, and what was there stays', async () => {
  const taken = join(folder, 'taken');
  await mkdir(taken);
  for (const path of [join(folder, 'none', 'x.txt'), '/proc/none/x.txt', taken])
    await expect(writeAtomically(path, 'x')).rejects.toThrow(/^E/);
  expect(await readdir(folder)).toEqual(['taken']);
});

test('a link that stands in its way is neither followed nor taken away', async () => {
  const [path, theirs] = [join(folder, 'rapport.txt'), join(folder, 'theirs')];
  await writeFile(theirs, 'kept');
  await symlink(theirs, `${path}.guessed`);
  await expect(writeAtomically(path, 'x', () => 'guessed')).rejects.toThrow(/^EEXIST/);
  expect(await readFile(theirs, 'utf8')).toBe('kept');
  expect((await lstat(`${path}.guessed`)).isSymbolicLink()).toBe(true);
});
