import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { attachToPage } from './attach.ts';
import { connectCdp, type Cdp } from './cdp.ts';
import { askPage } from './page-answers.ts';
import type { Landmark } from './watch-page.ts';

export type Launch = {
  readonly program: string;
  readonly userData: string;
  readonly env: Readonly<Record<string, string>>;
  readonly switches?: readonly string[];
  /** An invitation, as the desktop hands it over. */
  readonly link?: string;
  /** What is waited for from the first moment on. */
  readonly first: Landmark;
};

export type Measured = {
  readonly pid: number;
  /** Ms since 1970, just before the program was started. */
  readonly startedAt: number;
  /** When what was waited for was drawn. */
  readonly firstShownAt: number;
  /** The window's page, for what goes beyond the watcher. */
  readonly page: { readonly cdp: Cdp; readonly session: string };
  evaluate<T>(expression: string): Promise<T>;
  /** When the element was drawn; it may have been already. */
  shown(landmark: Landmark): Promise<number>;
  /** When it was clicked. */
  click(landmark: Landmark): Promise<number>;
  clickWhenThere(landmark: Landmark): Promise<number>;
  close(): Promise<void>;
};

/** Far more than any step takes: what takes longer has gone wrong. */
const patienceMs = 30_000;

export const now = (): number => performance.timeOrigin + performance.now();

/** The switches that both sides get. Root cannot have Chromium's sandbox; there is no GPU behind a virtual screen. */
const ours = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'];

/** Starts one side and waits for what it shows first. */
export async function launch(guard: Guard, options: Launch): Promise<Measured> {
  const startedAt = now();
  const { child, ended, said } = spawnProgram(guard, options);
  const cdp = await orFail(untilListening(said.reader).then(connectCdp), 'open its debugging port');
  const session = await orFail(attachToPage(cdp, options.first), 'open its page');
  const evaluate = askPage(cdp, session);
  const ask = (what: string, landmark: Landmark): Promise<number> =>
    orFail(
      evaluate<number>(`bench.${what}(${JSON.stringify(landmark)})`),
      `show ${JSON.stringify(landmark)}`,
    );
  async function orFail<T>(step: Promise<T>, what: string): Promise<T> {
    const giveUp = new AbortController();
    const tooLate = sleep(patienceMs, 'late', { signal: giveUp.signal, ref: false });
    const first = await Promise.race([step.then((value) => ({ value })), ended, tooLate.catch(() => 'late')]);
    giveUp.abort();
    if (typeof first === 'object') return first.value;
    throw new Error(`${options.program} did not ${what} (${first}).\n${said.lines.join('\n')}`);
  }
  return {
    pid: child.pid ?? 0,
    startedAt,
    firstShownAt: await ask('shown', options.first),
    page: { cdp, session },
    evaluate,
    shown: (landmark) => ask('shown', landmark),
    click: (landmark) => ask('click', landmark),
    clickWhenThere: (landmark) => ask('clickWhenThere', landmark),
    async close() {
      child.kill('SIGTERM');
      await ended;
      cdp.close();
    },
  };
}

/** Starts a program that ends by itself. */
export async function startToEnd(guard: Guard, options: Omit<Launch, 'first'>): Promise<void> {
  await spawnProgram(guard, options).ended;
}

function spawnProgram(guard: Guard, { program, userData, env, switches = [], link }: Omit<Launch, 'first'>) {
  const args = [...ours, ...switches, '--remote-debugging-port=0', `--user-data-dir=${userData}`];
  const child = guard.spawn(program, link === undefined ? args : [...args, '--', link], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<'ended'>((resolve) => child.once('exit', () => resolve('ended')));
  // Read to the end: a full pipe would stop the program.
  const said = { lines: [] as string[], reader: createInterface(child.stderr as Readable) };
  said.reader.on('line', (line) => said.lines.push(line));
  return { child, ended, said };
}

function untilListening(reader: Interface): Promise<string> {
  return new Promise((resolve) => {
    reader.on('line', (line) => {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
}
