import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGuard, type Guard } from '../supervision/guard.ts';
import { assemble, cacheRoot, openCache } from './cache.ts';

let guard: Guard;
let directory: string;
beforeEach(async () => {
  guard = openGuard();
  directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-cache-'));
});
afterEach(async () => {
  await guard.close();
  await rm(directory, { recursive: true, force: true });
});

test('the cache follows its own variable, then the desktop convention', () => {
  expect(cacheRoot({ VISIO_CACHE_DIR: '/a', XDG_CACHE_HOME: '/b' })).toBe(path.resolve('/a/visio-agents'));
  expect(cacheRoot({ XDG_CACHE_HOME: '/b' })).toBe(path.resolve('/b/visio-agents'));
});

test.skipIf(process.platform === 'win32')('a cache that others can write to is refused', async () => {
  const shared = path.join(directory, 'shared');
  await mkdir(shared);
  await chmod(shared, 0o777);
  await expect(openCache(shared)).rejects.toThrow('cannot be trusted');
});

test('what breaks off half-way leaves nothing behind', async () => {
  const target = path.join(directory, 'thing');
  const broken = assemble(target, guard, async (draft) => {
    await writeFile(path.join(draft, 'half'), '');
    throw new Error('unplugged');
  });
  await expect(broken).rejects.toThrow('unplugged');
  expect(await readdir(directory)).toEqual([]);
});

test('of two that build the same thing at once one wins, and both are content', async () => {
  const target = path.join(directory, 'thing');
  const { promise: bothStarted, resolve } = Promise.withResolvers<void>();
  let running = 0;
  const build = async (draft: string): Promise<void> => {
    if (++running === 2) resolve();
    await bothStarted;
    await writeFile(path.join(draft, 'whole'), 'yes');
  };
  await Promise.all([assemble(target, guard, build), assemble(target, guard, build)]);
  expect(await readdir(directory)).toEqual(['thing']);
  expect(await readFile(path.join(target, 'whole'), 'utf8')).toBe('yes');
});

test('a draft that a power cut left is removed a day later, not sooner', async () => {
  const [old, fresh] = [path.join(directory, 'a.partial-1'), path.join(directory, 'b.partial-2')];
  await Promise.all([mkdir(old), mkdir(fresh)]);
  const longAgo = Date.now() / 1000 - 2 * 86_400;
  await utimes(old, longAgo, longAgo);
  await assemble(path.join(directory, 'thing'), guard, () => Promise.resolve());
  expect((await readdir(directory)).toSorted()).toEqual(['b.partial-2', 'thing']);
});
