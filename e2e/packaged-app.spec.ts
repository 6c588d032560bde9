import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freeTcpPort } from '../scripts/stack/free-port.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { appProcesses, describeSandbox } from './packaged/app-processes.ts';
import { expect, test } from './packaged/fixtures.ts';
import { tryToConnect } from './packaged/try-to-connect.ts';
import { userDesktop } from './packaged/user-desktop.ts';

test('the released app starts with the whole sandbox and listens nowhere', async ({ attack, user }) => {
  let sandbox = '';
  const { code, listened, stderr } = await attack({
    whileRunning: async (pid) => {
      await expect(async () => (sandbox = await describeSandbox(pid, user.uid))).toPass();
    },
  });
  expect(code, stderr).toBeNull();
  expect(listened).toEqual([]);
  expect(sandbox).toContain('1 page');
});

for (const [typed, name] of [
  ['--remote-debugging-port=0', '--remote-debugging-port'],
  ['-remote-debugging-port=0', '--remote-debugging-port'],
  ['--remote-debugging-pipe', '--remote-debugging-pipe'],
  ['--inspect=0', '--inspect'],
  ['--inspect-brk=0', '--inspect-brk'],
  ['--inspect-wait=0', '--inspect-wait'],
  ['--js-flags=--expose-gc', '--js-flags'],
  ['--no-sandbox', '--no-sandbox'],
  ['--bypasscsp-schemes=app', '--bypasscsp-schemes'],
  ['--disable-webrtc-encryption', '--disable-webrtc-encryption'],
] as const)
  test(`a start with ${typed} ends with a sentence, and no port was ever open`, async ({ attack }) => {
    const { code, milliseconds, stderr, listened, piped } = await attack({ args: [typed] });
    expect(stderr).toContain(
      `Visio-Agents ne démarre pas avec ${name}\u00a0: ouvrez l'application sans cette option ni cette variable.`,
    );
    expect(code).toBe(64);
    expect(milliseconds).toBeLessThan(5_000);
    expect(listened).toEqual([]);
    expect(piped).toBe('');
  });

test('a debugging port that is asked for twice can be reached at no moment', async ({ attack }) => {
  const port = await freeTcpPort();
  const attempts = tryToConnect(port);
  const { code } = await attack({
    args: [`--remote-debugging-port=${port}`, '--lang=fr', `--remote-debugging-port=${port}`],
  });
  const { tried, reached } = await attempts.stop();
  expect(code).toBe(64);
  expect(tried).toBeGreaterThan(10);
  expect(reached).toBe(0);
});

test('variables that have keys written or take the sandbox away are refused, and no key is written', async ({
  attack,
  user,
}) => {
  const file = path.join(user.home, 'keys');
  for (const env of [{ SSLKEYLOGFILE: file }, { ELECTRON_DISABLE_SANDBOX: '' }]) {
    const { code, stderr } = await attack({ env });
    expect(stderr).toContain('Visio-Agents ne démarre pas avec');
    expect(code).toBe(64);
  }
  expect(await readdir(user.home)).not.toContain('keys');
});

test('no code is run but its own, however it is offered', async ({ attack, user }) => {
  const code = `require('node:fs').writeFileSync(${JSON.stringify(path.join(user.home, 'ran'))}, '')`;
  const script = path.join(user.home, 'attack.cjs');
  await writeFile(script, code);
  await user.give(script);
  const offers: { args: string[]; env?: Record<string, string> }[] = [
    { args: [script] },
    { args: [script], env: { ELECTRON_RUN_AS_NODE: '1' } },
    {
      args: ['-r', script, '-e', code, `--app=${script}`, `--app-path=${user.home}`],
      env: { NODE_OPTIONS: `--require ${script}` },
    },
  ];
  for (const offer of offers) {
    const { listened, stderr } = await attack(offer);
    expect(listened, stderr).toEqual([]);
    expect(await readdir(user.home), JSON.stringify(offer)).not.toContain('ran');
  }
});

test('@long what looks like a switch and is none opens nothing', async ({ attack, user }) => {
  const port = '--remote-debugging-port=0';
  const config = path.join(user.home, '.config');
  await mkdir(config, { recursive: true });
  for (const file of ['electron-flags.conf', 'visio-agents-flags.conf', 'chromium-flags.conf'])
    await writeFile(path.join(config, file), `${port}\n`);
  await user.give(config);
  const env = { ELECTRON_EXTRA_LAUNCH_ARGS: port, CHROMIUM_FLAGS: port, CHROMIUM_USER_FLAGS: port };
  for (const start of [{ args: [port.toUpperCase()] }, { args: ['--', port, '--inspect=0'] }, { env }]) {
    const { code, listened, stderr } = await attack(start);
    expect(code, stderr).toBeNull();
    expect(listened).toEqual([]);
  }
});

test("the signal that opens Node's inspector opens none", async ({ attack }) => {
  const { listened } = await attack({
    whileRunning: async (pid) => void process.kill(pid, 'SIGUSR1'),
  });
  expect(listened).toEqual([]);
});

test("no key opens Chromium's developer tools", async ({ attack, guard, user }) => {
  let pages = 0;
  await attack({
    whileRunning: async (pid) => {
      await userDesktop(guard, user).press(
        'Visio-Agents',
        'F12',
        'ctrl+shift+i',
        'ctrl+shift+j',
        'ctrl+shift+c',
      );
      // They would be a page in a process of their own, half a second after the key.
      await wait(1_000);
      pages = (await appProcesses(pid)).filter(({ type }) => type === 'renderer').length;
    },
  });
  expect(pages).toBe(1);
});

test('a copy under another name is the released app as well, and runs no app that was put beside its own', async ({
  attack,
  released,
  user,
}) => {
  const copy = path.join(user.home, 'copy');
  await cp(released, copy, { recursive: true });
  await rename(path.join(copy, 'visio-agents'), path.join(copy, 'electron'));
  const beside = path.join(copy, 'resources', 'app');
  await mkdir(beside);
  await writeFile(path.join(beside, 'package.json'), '{ "main": "main.cjs" }');
  await writeFile(
    path.join(beside, 'main.cjs'),
    `require('node:fs').writeFileSync(${JSON.stringify(path.join(user.home, 'ran'))}, '')`,
  );
  await user.give(user.home);
  const program = path.join(copy, 'electron');
  expect(await attack({ program, args: ['--remote-debugging-port=0'] })).toMatchObject({
    code: 64,
    listened: [],
  });
  await attack({ program });
  expect(await readdir(user.home)).not.toContain('ran');
  await rename(path.join(copy, 'resources', 'app.asar'), path.join(copy, 'resources', 'away.asar'));
  await attack({ program });
  expect(await readdir(user.home)).not.toContain('ran');
});

test.describe('for agents who sign in', () => {
  test.use({
    serviceEnv: async ({ provider }, provide) => provide((serviceUrl) => provider.environment(serviceUrl)),
  });
  test('the released app loads keytar, from the one file beside the archive', async ({
    attack,
    released,
    stack,
  }) => {
    const file = path.join(released, 'resources/app.asar.unpacked/out/main/keytar.node');
    await attack({
      env: { VISIO_SERVER_URL: stack.serviceUrl },
      whileRunning: async (pid) => {
        const loaded = async (): Promise<string> => {
          const maps = (await appProcesses(pid)).map((each) => readFile(`/proc/${each.pid}/maps`, 'utf8'));
          return (await Promise.all(maps)).join('\n');
        };
        await expect.poll(loaded).toContain(file);
      },
    });
  });
});

test('the released app names each package in it with its licence, and a list for scanners is beside it', async ({
  released,
}) => {
  const licences = await readFile(path.join(released, 'LICENSES-third-party.txt'), 'utf8');
  const output = path.dirname(released);
  const list = (await readdir(output)).find((each) => each.endsWith('.cdx.json')) ?? '';
  const text = await readFile(path.join(output, list), 'utf8');
  const { components } = JSON.parse(text) as {
    components: { group?: string; name: string; version: string }[];
  };
  const names = components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));
  // One from each way into the app: script of the page, of main, style sheet, compiled file, Electron itself.
  expect(names).toEqual(
    expect.arrayContaining(['react', 'zod', '@codegouvfr/react-dsfr', '@github/keytar', 'electron']),
  );
  components.forEach(({ version }, index) =>
    expect(names[index] === 'electron' || licences.includes(`\n${names[index]} ${version}\n`)).toBe(true),
  );
});
