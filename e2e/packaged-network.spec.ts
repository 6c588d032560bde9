import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageApp } from '../scripts/packaging/package-app.ts';
import { run } from '../scripts/supervision/run.ts';
import type { CheckReport } from '../src/main/check/check-report.ts';
import { expect, ownedSandbox, test } from './packaged/fixtures.ts';
import { userProgram } from './packaged/user-program.ts';
import { chooseListening, openMeeting } from './support/page/journey.ts';
import { launchApp } from './support/app/launch-app.ts';
import { startPasswordProxy } from './support/network/password-proxy.ts';
import { giveLogin, promptOf } from './support/network/proxy-prompt.ts';

test('the released app checks itself for an administrator’s script, on one line', async ({
  released,
  user,
  guard,
  stack,
}) => {
  const [program, ...args] = user.as([path.join(released, 'visio-agents'), '--check', '--json']);
  const { code, stdout, stderr } = await run(guard, program, args, {
    env: { ...user.env, VISIO_SERVER_URL: stack.serviceUrl, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    cwd: user.home,
  });
  expect(stdout.trim().split('\n'), stderr).toHaveLength(1);
  const report = JSON.parse(stdout) as CheckReport;
  expect(report.settings.server).toEqual({ value: stack.serviceUrl, source: 'environment' });
  const found = Object.fromEntries(report.checks.map(({ name, ok }) => [name, ok]));
  // The released page takes no http, which this service has: its own way to LiveKit is not what is looked at here.
  expect(found).toMatchObject({ policies: true, server: true, proxy: true, service: true });
  expect(report.complete).toBe(true);
  expect(code).toBe(0);
});

test('@long the packaged app asks for a proxy’s password in a window of its own, and goes through', async ({
  guard,
  electronRuntime,
  user,
  stack,
}) => {
  test.setTimeout(180_000);
  const output = await mkdtemp(path.join(tmpdir(), 'visio-driven-'));
  guard.removeAtEnd(output);
  const folder = await packageApp({
    guard,
    electron: electronRuntime,
    kind: 'driven',
    targets: ['dir'],
    output: path.join(output, 'app'),
  });
  await chmod(output, 0o755);
  await ownedSandbox(folder);
  const proxy = await startPasswordProxy();
  const program = await userProgram(user, path.join(folder, 'visio-agents'));
  const { electron, page, close } = await launchApp(
    { program, serverUrl: stack.serviceUrl, guard },
    { switches: [`--proxy-server=http://127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'] },
  );
  await giveLogin(await promptOf(electron));
  await openMeeting(page);
  await chooseListening(page);
  await expect(page.getByText('1/100')).toBeVisible();
  expect(proxy.passed).toContain(new URL(stack.livekitUrl).host);
  await close();
  await proxy.close();
});
