import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withGuard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { findFpm } from './fpm.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'visio-agents-fpm-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

test('a real fpm is preferred', async () => {
  const real = path.join(work, 'fpm');
  await writeFile(real, '');
  await chmod(real, 0o755);
  expect(await findFpm('/nowhere', `/absent:${work}`)).toBe(real);
});

test('without one the stand-in runs, and refuses what it does not know', async () => {
  const standIn = await findFpm(work, '/absent');
  const { code, stderr } = await withGuard((guard) => run(guard, standIn, ['-s', 'dir', '--chroot', 'x']));
  expect(stderr).toContain('This stand-in for fpm does not know --chroot.');
  expect(code).toBe(1);
});
