import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../scripts/supervision/run.ts';
import type { CheckReport } from '../src/main/check/check-report.ts';
import { expect, test as base } from './fixtures.ts';
import { checkoutProgram } from './support/app/app-program.ts';
import { startKeyring } from './support/system/keyring.ts';
import { makeCertificateAuthority } from './support/network/certificate-authority.ts';
import { onManagedMachine } from './support/system/managed-machine.ts';

type Answer = { readonly code: number; readonly text: string; readonly report: CheckReport };
type Options = {
  readonly server: string;
  readonly policy?: string;
  readonly args?: readonly string[];
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
};

const test = base.extend<{ readonly check: (options: Options) => Promise<Answer> }>({
  check: async ({ guard, electronRuntime }, provide) => {
    await provide(async ({ server, policy, args = ['--json'], userData, env: more = {} }) => {
      const plain = checkoutProgram(electronRuntime);
      const program =
        policy === undefined ? plain : await onManagedMachine(plain, { 'policy.json': policy }, guard);
      const folder = userData ?? (await mkdtemp(path.join(tmpdir(), 'visio-check-')));
      if (userData === undefined) guard.removeAtEnd(folder);
      // As over ssh: no screen, and no session that would have a keychain.
      const env = {
        ...program.env,
        DISPLAY: '',
        DBUS_SESSION_BUS_ADDRESS: 'disabled:',
        VISIO_SERVER_URL: server,
        ...more,
      };
      const { code, stdout } = await run(
        guard,
        program.executable,
        ['--ozone-platform=headless', ...program.args, `--user-data-dir=${folder}`, '--check', ...args],
        { env },
      );
      const report = args.includes('--json') ? (JSON.parse(stdout) as CheckReport) : null;
      return { code: code ?? -1, text: stdout, report: report as CheckReport };
    });
  },
});

const outcomes = ({ checks }: CheckReport): Record<string, string> =>
  Object.fromEntries(checks.map(({ name, ok, failure }) => [name, ok ? 'ok' : (failure ?? '')]));
const wellHere = { folder: 'ok', policies: 'ok', server: 'ok', proxy: 'ok', keychain: 'ok' };

test('an administrator learns on one line what holds and what the network lets through, while the app runs', async ({
  check,
  launch,
  stack,
  guard,
}) => {
  const keyring = await startKeyring(guard);
  const { page, userData } = await launch();
  await page.getByRole('button', { name: 'en', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Open a temporary meeting' })).toBeEnabled();
  const { code, text, report } = await check({ server: stack.serviceUrl, userData, env: keyring.env });
  expect(text.trim().split('\n')).toHaveLength(1);
  expect(outcomes(report)).toEqual({ ...wellHere, service: 'ok', media: 'ok' });
  expect(code).toBe(0);
  expect(report.settings.server).toEqual({ value: stack.serviceUrl, source: 'environment' });
  expect(report.settings.language).toEqual({ value: 'en', source: 'user' });
  expect(report.problems).toEqual([]);
  await expect(page.getByRole('button', { name: 'Open a temporary meeting' })).toBeEnabled();
  await keyring.stop();
});

test('a keyring that waits for its password is named, and does not keep the check', async ({
  check,
  stack,
  guard,
}) => {
  const keyring = await startKeyring(guard);
  await keyring.keep('session', 'of somebody');
  await keyring.lock();
  const { code, report } = await check({ server: stack.serviceUrl, env: keyring.env });
  expect(outcomes(report)).toMatchObject({ keychain: 'keychain-locked', service: 'ok' });
  expect(code).not.toBe(0);
  await keyring.stop();
});

test('over ssh, without a keychain, all else being well is enough', async ({ check, stack }) => {
  const { code, report } = await check({ server: stack.serviceUrl });
  expect([code, outcomes(report)['keychain']]).toEqual([0, 'keychain-missing']);
});

test('a service that is down is named, in words for people too', async ({ check, stack }) => {
  await stack.killService();
  const { code, report } = await check({ server: stack.serviceUrl });
  expect([code, outcomes(report)['service']]).toEqual([1, 'service-unreachable']);
  const { text } = await check({ server: stack.serviceUrl, args: [] });
  expect(text).toContain('Le service de réunion ne répond pas.');
});

test('a certificate of an authority that this system does not know is named', async ({ check, guard }) => {
  const { key, cert } = await makeCertificateAuthority(guard);
  const service = createServer({ key, cert }, (_request, reply) => void reply.end('{}'));
  await new Promise<void>((resolve) => void service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  const { report } = await check({ server: `https://127.0.0.1:${port}` });
  expect(outcomes(report)['service']).toBe('certificate-untrusted');
  service.close();
});

test('a policy file that is broken is named with its path, and the rest is looked at', async ({
  check,
  stack,
}) => {
  const { code, report } = await check({ server: stack.serviceUrl, policy: '{ "server": ' });
  expect(code).toBe(1);
  // Over ssh there is no keychain, and that is told.
  expect(outcomes(report)).toMatchObject({
    policies: 'policy-problem',
    service: 'ok',
    keychain: 'keychain-missing',
  });
  expect(report.problems).toEqual([
    {
      source: 'machine-policy',
      name: '/etc/visio-agents/policies/policy.json',
      problem: 'unreadable-file',
      because: { fault: 'not-json', line: 1 },
    },
  ]);
});

test('a file of the user that is broken is told, and left as it is', async ({ check, guard }) => {
  const userData = await mkdtemp(path.join(tmpdir(), 'visio-check-'));
  guard.removeAtEnd(userData);
  await writeFile(path.join(userData, 'settings.json'), '{');
  for (let time = 1; time <= 2; time += 1) {
    const { report } = await check({ server: '', userData });
    expect(report.problems).toMatchObject([{ source: 'user', problem: 'unreadable-file' }]);
  }
});
