import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withGuard } from '../supervision/guard.ts';
import { sourceDate } from './source-date.ts';

const dateOf = (env: NodeJS.ProcessEnv, directory?: string): Promise<Date> =>
  withGuard((guard) => sourceDate(guard, env, directory));

test('whoever builds for a distribution says the date', async () => {
  expect(await dateOf({ SOURCE_DATE_EPOCH: '1000000000' })).toEqual(new Date('2001-09-09T01:46:40Z'));
});

test('otherwise it is that of the sources, which is the same on every machine and every day', async () => {
  const first = await dateOf({});
  expect(await dateOf({})).toEqual(first);
  expect(first.getTime()).toBeLessThan(Date.now());
});

test('sources without a history have the date of package.json', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-date-'));
  try {
    const file = path.join(directory, 'package.json');
    await writeFile(file, '{}');
    await utimes(file, 1_000_000_000, 1_000_000_000);
    expect(await dateOf({}, directory)).toEqual(new Date('2001-09-09T01:46:40Z'));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
