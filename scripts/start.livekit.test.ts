import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from './app/build.ts';
import { commandLineOf, expectAllGone, treeOf } from './supervision/testing/processes.ts';

const started: ChildProcess[] = [];
let userData: string;
beforeEach(async () => {
  userData = await mkdtemp(path.join(tmpdir(), 'visio-agents-start-test-'));
});
afterEach(async () => {
  for (const one of started.splice(0)) one.kill('SIGKILL');
  await rm(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

/** `npm start` on a machine without a display, up to the app's page. */
async function runStart(...args: readonly string[]) {
  const { DISPLAY: _, ...env } = process.env;
  const npm = spawn('npm', ['start', '--', `--user-data-dir=${userData}`, ...args], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  started.push(npm);
  const find = (part: string): number | undefined =>
    treeOf(npm.pid ?? 0).find((pid) => commandLineOf(pid).includes(part));
  await expect.poll(() => find('--type=renderer'), { timeout: 30_000 }).toBeDefined();
  const tree = treeOf(npm.pid ?? 0);
  expect(find('Xvfb')).toBeDefined();
  return {
    npm,
    tree,
    script: find('scripts/start.ts') ?? 0,
    app: find(`--no-sandbox ${root}`) ?? find(root) ?? 0,
  };
}

describe.runIf(process.platform === 'linux')('npm start', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('takes everything down on %s', async (signal) => {
    const { npm, tree } = await runStart();
    const ended = once(npm, 'exit');
    npm.kill(signal);
    expect(await ended).toEqual([0, null]);
    await expectAllGone(tree);
  });

  test.each(['npm', 'script'] as const)('leaves nothing when the %s is killed', async (victim) => {
    const { npm, script, tree } = await runStart();
    expect(tree.length).toBeGreaterThan(6); // npm, script, guards, LiveKit, service, Xvfb, the app's processes
    process.kill(victim === 'npm' ? (npm.pid ?? 0) : script, 'SIGKILL');
    await expectAllGone(tree);
  });

  test('ends, and says that something was wrong, when the app is killed', async () => {
    const { npm, app, tree } = await runStart();
    const ended = once(npm, 'exit');
    process.kill(app, 'SIGKILL');
    expect(await ended).toEqual([1, null]);
    await expectAllGone(tree);
  });

  test('hands its arguments to the app', async () => {
    const link = 'visio-agents://127.0.0.1:1/r/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const { npm, app } = await runStart('--', link);
    expect(commandLineOf(app).trim()).toMatch(new RegExp(`--user-data-dir=${userData} -- ${link}$`));
    npm.kill('SIGTERM');
    await once(npm, 'exit');
  });
});
