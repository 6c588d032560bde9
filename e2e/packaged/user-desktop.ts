import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { killGroup } from '../../scripts/supervision/kill.ts';
import { run } from '../../scripts/supervision/run.ts';
import type { OrdinaryUser } from './ordinary-user.ts';

/** What a desktop does for its user with what is installed on the machine. */
export type UserDesktop = {
  /** The .desktop file that opens links of this scheme. */
  handlerOf(scheme: string): Promise<string>;
  /** As a click in a mail program does; the opener lasts as long as what it started. */
  open(link: string, env: Readonly<Record<string, string>>): ChildProcess;
  /** Waits for a window with this title; @returns the whole of it. */
  window(title: string): Promise<string>;
  /** Presses keys, one after the other, as a keyboard does, in the window with this title. */
  press(title: string, ...keys: readonly string[]): Promise<void>;
  close(opener: ChildProcess): void;
};

export function userDesktop(guard: Guard, user: OrdinaryUser): UserDesktop {
  // A desktop that xdg-utils does not know: the files of the system decide, not a desktop's own daemon.
  const env = { ...user.env, XDG_CURRENT_DESKTOP: 'X-Generic' };
  const ask = (...command: string[]) => {
    const [program, ...args] = user.as(command);
    return run(guard, program, args, { env, cwd: user.home, timeoutMs: 10_000 });
  };
  async function find(title: string): Promise<string> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const { stdout } = await ask('xdotool', 'search', '--onlyvisible', '--name', title);
      const [id] = stdout.trim().split('\n');
      if (id) return id;
      if (Date.now() > deadline) throw new Error(`no window « ${title} »`);
      await sleep(50);
    }
  }
  return {
    handlerOf: async (scheme) =>
      (await ask('xdg-mime', 'query', 'default', `x-scheme-handler/${scheme}`)).stdout.trim(),
    open(link, more) {
      const [program, ...args] = user.as(['xdg-open', link]);
      return guard.spawn(program, args, { env: { ...env, ...more }, cwd: user.home, stdio: 'ignore' });
    },
    window: async (title) => (await ask('xdotool', 'getwindowname', await find(title))).stdout.trim(),
    async press(title, ...keys) {
      const { code, stderr } = await ask(
        'xdotool',
        'windowfocus',
        '--sync',
        await find(title),
        'key',
        ...keys,
      );
      if (code !== 0) throw new Error(`xdotool: ${stderr}`);
    },
    close: ({ pid }) => void (pid === undefined || killGroup(pid)),
  };
}

/** What a .desktop file says, by key. */
export async function readEntry(file: string): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => /^([^=[#]+)=(.*)$/.exec(line));
  return new Map(lines.flatMap((found) => (found ? [[found[1] ?? '', found[2] ?? ''] as const] : [])));
}
