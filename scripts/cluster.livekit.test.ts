import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from './app/build.ts';
import { memberNames } from './cluster/members.ts';
import { commandLineOf, expectAllGone, isRunning, treeOf } from './supervision/testing/processes.ts';

type Told = {
  readonly serviceUrl: string;
  readonly livekitUrl: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly pids: Readonly<Record<string, number>>;
  readonly logs: string;
  readonly apiKey: string;
  readonly apiSecret: string;
};
const started: ChildProcess[] = [];
afterEach(() => {
  for (const one of started.splice(0)) one.kill('SIGKILL');
});

async function runCluster() {
  const npm = spawn('npm', ['run', '--silent', 'cluster', '--', '--json'], {
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
  return { npm, told, askAgain, tree: treeOf(npm.pid ?? 0) };
}

describe.runIf(process.platform === 'linux')('npm run cluster -- --json', () => {
  test('says in one line where everything is, and it is there', async () => {
    const { told, npm, tree } = await runCluster();
    expect(Object.keys(told)).toEqual([
      'serviceUrl',
      'livekitUrl',
      'urls',
      'pids',
      'logs',
      'apiKey',
      'apiSecret',
    ]);
    expect(Object.keys(told.urls)).toEqual([...memberNames]);
    expect(Object.keys(told.pids)).toEqual([...memberNames]);
    expect((await fetch(`${told.serviceUrl}/.well-known/visio-agents`)).status).toBe(200);
    expect((await fetch(told.livekitUrl.replace('ws:', 'http:'))).status).toBe(200);
    const secrets = [told.apiSecret, new URL(told.urls['redis-service'] ?? '').password];
    for (const pid of tree) for (const secret of secrets) expect(commandLineOf(pid)).not.toContain(secret);
    expect(await readFile(`${told.logs}/service-b.log`, 'utf8')).toContain('"listening"');
    npm.stdin.end();
    await once(npm, 'exit');
  });

  test.each(['SIGTERM', 'SIGINT', 'closed input'] as const)(
    'ends on %s with 0 within five seconds, and nothing is left',
    async (how) => {
      const { npm, tree, told } = await runCluster();
      const ended = once(npm, 'exit', { signal: AbortSignal.timeout(5000) });
      if (how === 'closed input') npm.stdin.end();
      else npm.kill(how);
      expect(await ended).toEqual([0, null]);
      await expectAllGone(tree);
      expect(existsSync(told.logs)).toBe(false);
    },
  );

  test.each(['npm', 'script'] as const)('leaves nothing when the %s is killed', async (victim) => {
    const { npm, tree, told } = await runCluster();
    expect(tree.length).toBeGreaterThan(memberNames.length + 3); // npm, script, guard, nginx's workers
    const script = tree.find((pid) => commandLineOf(pid).includes('scripts/cluster.ts')) ?? 0;
    process.kill(victim === 'npm' ? (npm.pid ?? 0) : script, 'SIGKILL');
    await expectAllGone(tree);
    await expect.poll(() => existsSync(told.logs), { timeout: 2000 }).toBe(false);
  });

  test('starts again what dies, as systemd would, in the same place', async () => {
    const { told, askAgain, npm } = await runCluster();
    for (const name of memberNames) process.kill(told.pids[name] ?? 0, 'SIGKILL');
    for (const name of memberNames)
      await expect
        .poll(async () => isRunning((await askAgain()).pids[name] ?? 0), { timeout: 10_000 })
        .toBe(true);
    const isUp = (): Promise<boolean> =>
      fetch(`${told.serviceUrl}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      );
    await expect.poll(isUp, { timeout: 10_000 }).toBe(true);
    const now = await askAgain();
    expect({ ...now, pids: told.pids }).toEqual(told);
    npm.stdin.end();
    await once(npm, 'exit');
  });
});
