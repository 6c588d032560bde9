import { readFile, readlink } from 'node:fs/promises';
import { descendantsOf } from '../../scripts/supervision/process-table.ts';
import { orMissing } from '../../scripts/or-missing.ts';

/** One of the processes that an app is made of, as the kernel sees it (Linux). */
export type AppProcess = {
  readonly pid: number;
  readonly uid: number;
  /** `browser` is the one that was started. */
  readonly type: string;
  readonly commandLine: readonly string[];
  /** 2: its system calls are filtered. */
  readonly seccomp: number;
  readonly noNewPrivileges: boolean;
  /** Which user, process and network namespaces it lives in. */
  readonly namespaces: readonly string[];
};

/** The app's processes that run now; one that ends in the meantime is left out. */
export async function appProcesses(started: number): Promise<AppProcess[]> {
  const found = await Promise.all([started, ...descendantsOf(started)].map((pid) => orMissing(read(pid))));
  return found.filter((each) => each !== null);
}

async function read(pid: number): Promise<AppProcess> {
  // Chromium's forked processes write theirs anew, with blanks between the arguments.
  const commandLine = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split(/[\0 ]+/);
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  return {
    pid,
    uid: field('Uid'),
    type: commandLine.find((each) => each.startsWith('--type='))?.slice('--type='.length) ?? 'browser',
    commandLine,
    seccomp: field('Seccomp'),
    noNewPrivileges: field('NoNewPrivs') === 1,
    namespaces: await Promise.all(['user', 'pid', 'net'].map((kind) => readlink(`/proc/${pid}/ns/${kind}`))),
  };
}

/** What Linux says about the sandbox of the app's pages, as one line; @throws where it is not whole. */
export async function describeSandbox(started: number, uid: number): Promise<string> {
  const all = await appProcesses(started);
  const outside = all.find(({ type }) => type === 'browser');
  const pages = all.filter(({ type }) => type === 'renderer');
  if (!outside || pages.length === 0) throw new Error('the app has no page');
  for (const { pid, uid: owner, commandLine } of all) {
    if (owner !== uid || owner === 0) throw new Error(`process ${pid} runs as ${owner}`);
    if (commandLine.includes('--no-sandbox')) throw new Error(`process ${pid} runs with --no-sandbox`);
  }
  for (const { pid, seccomp, noNewPrivileges, namespaces } of pages) {
    const shared = namespaces.filter((each) => outside.namespaces.includes(each));
    if (seccomp !== 2 || !noNewPrivileges || shared.length > 0)
      throw new Error(`page ${pid}: seccomp ${seccomp}, shares ${shared.join(' ') || 'nothing'}`);
  }
  return `user ${uid}; ${pages.length} page: system calls filtered, its own user, process and network namespaces`;
}
