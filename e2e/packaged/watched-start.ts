import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { killGroup } from '../../scripts/supervision/kill.ts';
import { appProcesses } from './app-processes.ts';
import type { OrdinaryUser } from './ordinary-user.ts';

type Start = {
  readonly guard: Guard;
  readonly user: OrdinaryUser;
  /** Program and arguments. */
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Done with the running app once it has its page, before it is ended; for example an attack. */
  readonly whileRunning?: (pid: number) => Promise<void>;
};
export type Watched = {
  /** Exit code; null if it started, had a page and was ended by us. */
  readonly code: number | null;
  readonly milliseconds: number;
  readonly stderr: string;
  /** TCP ports that it listened on at any moment, as hexadecimal `address:port`. */
  readonly listened: readonly string[];
  /** What came out of descriptor 4, where Chromium's debugger by pipe answers. */
  readonly piped: string;
};

/** Starts a program as the user and looks all the time, until it ends or has its page, whether it opens a port. */
export async function watchedStart({ guard, user, command, env, whileRunning }: Start): Promise<Watched> {
  const before = new Set(listeningOf(user.uid));
  const listened = new Set<string>();
  const look = (): void => {
    for (const port of listeningOf(user.uid)) if (!before.has(port)) listened.add(port);
  };
  const [program, ...args] = user.as(command);
  const started = performance.now();
  const app = guard.spawn(program, args, {
    cwd: user.home,
    env: { ...user.env, VISIO_SERVER_URL: 'http://127.0.0.1:1', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const { pid } = app;
  if (pid === undefined) throw new Error(`${command[0]} could not be started`);
  let [stderr, piped] = ['', ''];
  app.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  app.stdio[4]?.on('data', (text: Buffer) => (piped += text.toString()));
  const input = app.stdio[3];
  input?.on('error', () => undefined); // nobody reads it: good
  if (input && 'write' in input) input.write('{"id":1,"method":"Browser.getVersion"}\0');
  const ended = once(app, 'close');
  const isOver = (): boolean => app.exitCode !== null || app.signalCode !== null;
  let hasPage = false;
  for (let round = 0; !isOver() && !hasPage; round++) {
    look();
    await sleep(1);
    // Reading all processes takes far longer than reading all sockets.
    if (round % 20 === 19) hasPage = (await appProcesses(pid)).some(({ type }) => type === 'renderer');
    if (performance.now() - started > 15_000) throw new Error(`neither ended nor had a page: ${stderr}`);
  }
  if (hasPage) {
    await whileRunning?.(pid);
    // A debugger's port is opened after the page's process has begun.
    for (let i = 0; i < 20 && !isOver(); i++) {
      look();
      await sleep(10);
    }
  }
  const code = app.exitCode;
  killGroup(pid);
  await ended;
  return { code, milliseconds: performance.now() - started, stderr, listened: [...listened], piped };
}

/** The TCP sockets of this user that listen. */
function listeningOf(uid: number): string[] {
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , owner]) => state === '0A' && owner === String(uid))
      .map(([, address = '']) => address),
  );
}
