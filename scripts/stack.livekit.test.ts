import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from './app/build.ts';
import { commandLineOf, expectAllGone, isRunning, treeOf } from './supervision/testing/processes.ts';

type Told = {
  readonly serviceUrl: string;
  readonly livekitUrl: string;
  readonly pids: { readonly livekit: number; readonly service: number };
  readonly apiKey: string;
  readonly apiSecret: string;
};
const started: ChildProcess[] = [];
afterEach(() => {
  for (const one of started.splice(0)) one.kill('SIGKILL');
});

async function runStack() {
  // --silent: npm's own two lines about the script that it runs are not ours.
  const npm = spawn('npm', ['run', '--silent', 'stack', '--', '--json'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  started.push(npm);
  const lines = createInterface({ input: npm.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<Told> => JSON.parse((await lines.next()).value ?? '{}') as Told;
  const told = await nextLine();
  const askAgain = (): Promise<Told> => {
    npm.stdin.write('pids\n');
    return nextLine();
  };
  const tree = treeOf(npm.pid ?? 0);
  const find = (part: string): number => tree.find((pid) => commandLineOf(pid).includes(part)) ?? 0;
  return {
    npm,
    told,
    askAgain,
    tree,
    script: find('scripts/stack.ts'),
    guard: find('guard-process.ts'),
    lines,
  };
}

const isUp = (url: string): Promise<boolean> =>
  fetch(url.replace('ws:', 'http:')).then(
    () => true,
    () => false,
  );

describe.runIf(process.platform === 'linux')('npm run stack -- --json', () => {
  test('says in one line where it is, and both answer there', async () => {
    const { told, npm, tree } = await runStack();
    expect(Object.keys(told)).toEqual(['serviceUrl', 'livekitUrl', 'pids', 'apiKey', 'apiSecret']);
    expect(await isUp(`${told.serviceUrl}/healthz`)).toBe(true);
    expect(await isUp(told.livekitUrl)).toBe(true);
    for (const pid of tree) expect(commandLineOf(pid)).not.toContain(told.apiSecret);
    npm.stdin.end();
    await once(npm, 'exit');
  });

  test.each(['SIGTERM', 'SIGINT', 'closed input'] as const)(
    'ends on %s with 0, and nothing is left',
    async (how) => {
      const { npm, tree } = await runStack();
      const ended = once(npm, 'exit');
      if (how === 'closed input') npm.stdin.end();
      else npm.kill(how);
      expect(await ended).toEqual([0, null]);
      await expectAllGone(tree);
    },
  );

  test.each(['npm', 'script'] as const)('leaves nothing when the %s is killed', async (victim) => {
    const { npm, script, tree } = await runStack();
    expect(tree.length).toBeGreaterThan(4); // npm, script, guard, LiveKit, service
    process.kill(victim === 'npm' ? (npm.pid ?? 0) : script, 'SIGKILL');
    await expectAllGone(tree);
  });

  test('replaces a guard that is killed, and leaves nothing when the script is killed after that', async () => {
    const { script, guard, tree } = await runStack();
    process.kill(guard, 'SIGKILL');
    await expect
      .poll(() => treeOf(script).filter((pid) => !tree.includes(pid)), { timeout: 2000 })
      .toHaveLength(1);
    const all = treeOf(script);
    process.kill(script, 'SIGKILL');
    await expectAllGone(all);
  });

  test.each(['service', 'livekit'] as const)(
    'starts %s again on the same port when it is killed',
    async (victim) => {
      const { told, askAgain, npm } = await runStack();
      process.kill(told.pids[victim], 'SIGKILL');
      await expect.poll(() => isRunning(told.pids[victim])).toBe(false);
      const url = victim === 'service' ? `${told.serviceUrl}/healthz` : told.livekitUrl;
      await expect.poll(() => isUp(url), { timeout: 10_000 }).toBe(true);
      const now = await askAgain();
      expect(now.pids[victim]).not.toBe(told.pids[victim]);
      expect({ ...now, pids: told.pids }).toEqual(told);
      npm.stdin.end();
      await once(npm, 'exit');
    },
  );

  test('runs beside another one', async () => {
    const [one, other] = await Promise.all([runStack(), runStack()]);
    expect(one.told.serviceUrl).not.toBe(other.told.serviceUrl);
    for (const { npm } of [one, other]) npm.stdin.end();
    await Promise.all([once(one.npm, 'exit'), once(other.npm, 'exit')]);
  });
});
