import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { openGuard } from './guard.ts';
import { expectAllGone, isRunning, treeOf } from './testing/processes.ts';

const holderFile = fileURLToPath(new URL('testing/holder.ts', import.meta.url));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const one of started.splice(0)) one.kill('SIGKILL');
});

async function startHolder() {
  const holder = spawn(process.execPath, [holderFile], { stdio: ['pipe', 'pipe', 'inherit'] });
  started.push(holder);
  const lines = createInterface({ input: holder.stdout })[Symbol.asyncIterator]();
  const nextLine = async <T>(): Promise<T> => JSON.parse((await lines.next()).value ?? '') as T;
  const first = await nextLine<{ directory: string; guard: number; child: number }>();
  const guardNow = async (): Promise<number> => {
    holder.stdin.write('?\n');
    return (await nextLine<{ guard: number }>()).guard;
  };
  return { ...first, holder, guardNow, tree: treeOf(holder.pid ?? 0) };
}

describe.runIf(process.platform === 'linux')('a process that is killed', () => {
  test('takes along what it started, what that started in any group, its guard and its directory', async () => {
    const { holder, tree, directory } = await startHolder();
    expect(tree).toHaveLength(5);
    holder.kill('SIGKILL');
    await expectAllGone(tree);
    expect(existsSync(directory)).toBe(false);
  });

  test('does so too when its guard was killed before', async () => {
    const { holder, tree, directory, guard, guardNow } = await startHolder();
    process.kill(guard, 'SIGKILL');
    await expect.poll(guardNow, { timeout: 2000 }).not.toBe(guard);
    const newGuard = await guardNow();
    holder.kill('SIGKILL');
    await expectAllGone([...tree, newGuard]);
    expect(existsSync(directory)).toBe(false);
  });

  test('does so too when its whole process group is killed', async () => {
    const holder = spawn(process.execPath, [holderFile], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    });
    await once(holder.stdout, 'data');
    const tree = treeOf(holder.pid ?? 0);
    expect(tree).toHaveLength(5);
    process.kill(-(holder.pid ?? 0), 'SIGKILL');
    await expectAllGone(tree);
  });
});

test('closing the guard ends what still runs', async () => {
  const guard = openGuard();
  const child = guard.spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await once(child, 'spawn');
  await guard.close();
  expect(await ended).toEqual([null, 'SIGKILL']);
});

test.runIf(process.platform === 'linux')(
  'what a program leaves behind in its group ends with it',
  async () => {
    const guard = openGuard();
    const leaver = `const c = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' }); c.once('spawn', () => { console.log(c.pid); process.exit(); })`;
    const child = guard.spawn(process.execPath, ['-e', leaver], { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(child, 'exit');
    const [text] = child.stdout ? ((await once(child.stdout, 'data')) as [Buffer]) : [];
    await ended;
    await expectAllGone([Number(text)]);
    expect(isRunning(guard.pid())).toBe(true);
    await guard.close();
  },
);
