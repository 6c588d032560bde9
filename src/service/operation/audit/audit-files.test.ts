import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAuditFiles } from './audit-files.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'visio-audit-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const open = (days = 3) => openAuditFiles({ file: path.join(directory, 'audit.jsonl'), days });
const day = (date: number): number => Date.UTC(2026, 10, date, 12);
const read = (name: string): Promise<string> => readFile(path.join(directory, name), 'utf8');

test('each day has a file that its owner alone reads', async () => {
  const files = open();
  files.write('one', day(22));
  files.write('two', day(22));
  files.write('three', day(23));
  expect(await read('audit-2026-11-22.jsonl')).toBe('one\ntwo\n');
  expect(await read('audit-2026-11-23.jsonl')).toBe('three\n');
  expect((await stat(path.join(directory, 'audit-2026-11-22.jsonl'))).mode & 0o777).toBe(0o600);
});

test('what is older than it may be is deleted, and nothing that is not the audit', async () => {
  for (const name of [
    'audit-2026-11-18.jsonl',
    'audit-2026-11-18.jsonl.1',
    'audit-2026-11-19.jsonl',
    'audit-notes.txt',
    'other-2020-01-01.jsonl',
  ])
    await writeFile(path.join(directory, name), '');
  open(3).check(day(22));
  expect((await readdir(directory)).toSorted()).toEqual([
    'audit-2026-11-19.jsonl',
    'audit-2026-11-22.jsonl',
    'audit-notes.txt',
    'other-2020-01-01.jsonl',
  ]);
});

test('who rotates has the next line in a new file', async () => {
  const files = open();
  files.write('one', day(22));
  await rename(
    path.join(directory, 'audit-2026-11-22.jsonl'),
    path.join(directory, 'audit-2026-11-22.jsonl.1'),
  );
  files.reopen();
  files.write('two', day(22));
  expect(await read('audit-2026-11-22.jsonl.1')).toBe('one\n');
  expect(await read('audit-2026-11-22.jsonl')).toBe('two\n');
});

test('an old file that cannot be deleted costs no line', async () => {
  await mkdir(path.join(directory, 'audit-2026-11-18.jsonl'));
  await writeFile(path.join(directory, 'audit-2026-11-17.jsonl'), '');
  const files = open(3);
  files.write('one', day(22));
  expect(await read('audit-2026-11-22.jsonl')).toBe('one\n');
  expect(await readdir(directory)).not.toContain('audit-2026-11-17.jsonl');
});

test('lines go into no file that somebody has laid as a link', async () => {
  const elsewhere = path.join(directory, 'elsewhere');
  await symlink(elsewhere, path.join(directory, 'audit-2026-11-22.jsonl'));
  expect(() => open().write('one', day(22))).toThrow('ELOOP');
  await expect(read('elsewhere')).rejects.toThrow('ENOENT');
});

test('two instances that share a file lose no line', async () => {
  const [one, other] = [open(), open()];
  for (let n = 0; n < 100; n += 1) (n % 2 === 0 ? one : other).write(`line ${n}`, day(22));
  expect((await read('audit-2026-11-22.jsonl')).split('\n')).toHaveLength(101);
});
