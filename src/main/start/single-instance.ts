import { existsSync, readlinkSync, watch } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { steadyClock } from '../clocks.ts';
import { folderTrouble } from './profile-folder.ts';

/** Who has the folder: Chromium's `SingletonLock` names computer and process; nobody, or a system that has no such file. */
type Holder = { readonly host: string; readonly pid: number };

/** Who opens the window on the user data folder. */
export type Claim =
  /** The folder is ours. */
  | { readonly name: 'first' }
  /** The app that runs has been told of this start. */
  | { readonly name: 'handed-over' }
  /** It runs, and cannot be told. */
  | { readonly name: 'unreachable' }
  /** What is in the way, by the system's own name (EACCES, ENOSPC …). */
  | { readonly name: 'unwritable'; readonly reason: string };

const lockIn = (folder: string): string => join(folder, 'SingletonLock');
const socketIn = (folder: string): string => join(folder, 'SingletonSocket');

/** Ms that a running app has to offer its socket again. */
const mendingMs = 2_000;

/** Claims the folder for this process, or hands the start over to the process that has it. */
export async function claimProfile(
  app: Pick<App, 'requestSingleInstanceLock'>,
  folder: string,
  data: Record<string, unknown>,
): Promise<Claim> {
  const reason = folderTrouble(folder);
  if (reason !== null) return { name: 'unwritable', reason };
  // Chromium takes a lock away from whoever has no socket any more, and two apps on one profile would spoil it.
  const isUnreachable = (): boolean => livesHere(holderOf(folder)) && !existsSync(socketIn(folder));
  for (const deadline = steadyClock() + mendingMs; isUnreachable(); await nextLook())
    if (steadyClock() > deadline) return { name: 'unreachable' };
  if (app.requestSingleInstanceLock(data)) return { name: 'first' };
  if (process.platform !== 'linux') return { name: 'handed-over' };
  return holderOf(folder) === null ? { name: 'unwritable', reason: 'lock' } : { name: 'handed-over' };
}

/**
 * Offers the socket by which later starts hand themselves over anew when something has tidied it away: it lies among the
 * temporary files, and the app may run for weeks.
 */
export function keepReachable(
  app: Pick<App, 'requestSingleInstanceLock' | 'releaseSingleInstanceLock'>,
  folder: string,
): void {
  if (process.platform !== 'linux') return;
  const socket = linkOf(socketIn(folder));
  if (socket === null) return;
  try {
    const watching = watch(dirname(socket), { persistent: false }, () => {
      if (existsSync(socket)) return;
      watching.close();
      app.releaseSingleInstanceLock();
      if (app.requestSingleInstanceLock()) keepReachable(app, folder);
    });
    watching.on('error', () => undefined);
  } catch {
    // More is watched on this computer than it allows; a second start then says that the app runs already.
  }
}

/** Ms between two looks at what another process does. */
const nextLook = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 50));

function holderOf(folder: string): Holder | null {
  const [, host, pid] = /^(.+)-(\d+)$/.exec(linkOf(lockIn(folder)) ?? '') ?? [];
  return host === undefined ? null : { host, pid: Number(pid) };
}

/** Whether that process runs on this computer, and is this program: numbers are given again. */
function livesHere(holder: Holder | null): boolean {
  if (holder === null || holder.host !== hostname() || holder.pid === process.pid) return false;
  return linkOf(`/proc/${holder.pid}/exe`)?.replace(/ \(deleted\)$/, '') === process.execPath;
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
