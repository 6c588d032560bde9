import type { StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { run } from '../../../scripts/supervision/run.ts';

/** A desktop session with a real gnome-keyring of its own, whose keyring « login » is unlocked. */
export type Keyring = {
  /** For whoever is to find it. */
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string };
  /** What is kept for that account of the app; null where there is no entry. Asks nobody for a password. */
  secret(account: 'session' | 'proxy'): Promise<string | null>;
  /** As another start of the app has left it. */
  keep(account: 'session' | 'proxy', secret: string): Promise<void>;
  /** As somebody who tidies up in their password manager. */
  deleteEntry(account: 'session' | 'proxy'): Promise<void>;
  /** From now on whoever asks for something in it makes a prompt appear. */
  lock(): Promise<void>;
  /** Waits until the user is asked for the password. */
  prompt(): Promise<void>;
  /** What the user does then. */
  answerPrompt(): Promise<void>;
  stop(): Promise<void>;
};

type Options = {
  /** Nobody is the Secret Service of this session. */
  readonly absent?: boolean;
};

const password = 'of this keyring';
const secrets = [
  '--session',
  '--dest',
  'org.freedesktop.secrets',
  '--object-path',
  '/org/freedesktop/secrets',
];
const login = "[objectpath '/org/freedesktop/secrets/collection/login']";

/** A bus that knows nothing but the keyring's prompt: nothing of the machine's own desktop starts with it. */
const busSettings = (folder: string): string => `<busconfig>
  <type>session</type>
  <listen>unix:path=${folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>`;

export async function startKeyring(guard: Guard, { absent = false }: Options = {}): Promise<Keyring> {
  const folder = await mkdtemp(path.join(tmpdir(), 'visio-keyring-'));
  guard.removeAtEnd(folder);
  const [services, runtime, settings] = ['services', 'runtime', 'bus.conf'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  await mkdir(services);
  await mkdir(runtime, { mode: 0o700 });
  const prompter = 'org.gnome.keyring.SystemPrompter.service';
  await copyFile(`/usr/share/dbus-1/services/${prompter}`, path.join(services, prompter));
  await writeFile(settings, busSettings(folder));
  const env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/bus` };
  const whole = { ...process.env, ...env, HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: runtime };
  const bus = guard.spawn('dbus-daemon', [`--config-file=${settings}`, '--nofork', '--print-address=1'], {
    env: whole,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (bus.stdout) await once(bus.stdout, 'data');

  /** What the program printed; null where it failed. */
  async function ask(command: string, ...args: readonly string[]): Promise<string | null> {
    const { code, stdout } = await run(guard, command, args, { env: whole, timeoutMs: 10_000 });
    return code === 0 ? stdout : null;
  }
  async function must(command: string, ...args: readonly string[]): Promise<string> {
    const printed = await ask(command, ...args);
    if (printed === null) throw new Error(`${command} ${args.join(' ')} failed`);
    return printed;
  }
  async function promptWindow(): Promise<string> {
    const search = ['search', '--sync', '--onlyvisible', '--class', 'gcr-prompter'];
    return (await must('xdotool', ...search)).split('\n')[0] ?? '';
  }
  const entry = (account: string): string[] => ['service', 'Visio-Agents', 'account', account];
  const daemon = absent
    ? null
    : guard.spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
        env: whole,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
  daemon?.stdin?.end(password);
  if (daemon) await must('gdbus', 'wait', '--session', '--timeout', '10', 'org.freedesktop.secrets');

  return {
    env,
    secret: (account) => ask('secret-tool', 'lookup', ...entry(account)),
    async keep(account, secret) {
      // The last is what libsecret's functions for programs look for, and secret-tool does not add.
      const schema = ['xdg:schema', 'org.freedesktop.Secret.Generic'];
      const args = ['store', '--label=Visio-Agents', ...entry(account), ...schema];
      const stdio: StdioOptions = ['pipe', 'ignore', 'ignore'];
      const store = guard.spawn('secret-tool', args, { env: whole, stdio });
      store.stdin?.end(secret);
      const [code] = (await once(store, 'exit')) as [number | null];
      if (code !== 0) throw new Error('the keyring did not take it');
    },
    deleteEntry: async (account) => void (await must('secret-tool', 'clear', ...entry(account))),
    lock: async () =>
      void (await must(
        'gdbus',
        'call',
        ...secrets,
        '--method',
        'org.freedesktop.Secret.Service.Lock',
        login,
      )),
    prompt: async () => void (await promptWindow()),
    async answerPrompt() {
      const window = await promptWindow();
      await must('xdotool', 'windowfocus', '--sync', window, 'type', password);
      await must('xdotool', 'key', 'Return');
    },
    async stop() {
      for (const each of [daemon, bus]) {
        if (!each || each.exitCode !== null || each.signalCode !== null) continue;
        each.kill('SIGKILL');
        await once(each, 'exit');
      }
    },
  };
}
