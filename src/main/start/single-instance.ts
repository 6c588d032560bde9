import { existsSync, readlinkSync, watch } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { steadyClock } from '../clocks.ts';
import { folderTrouble } from './profile-folder.ts';

/** The owner of the folder: Chromium's `SingletonLock` names computer and process. Null if nobody owns it, or if this system has no such file. */
type Holder = { readonly host: string; readonly pid: number };

/** Which process opens the window on this user data folder. */
export type Claim =
  /** The folder is ours. */
  | { readonly name: 'first' }
  /** The running app has been told of this start. */
  | { readonly name: 'handed-over' }
  /** An app is running but cannot be told. */
  | { readonly name: 'unreachable' }
  /** The error code of the system (EACCES, ENOSPC …). */
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
  // Chromium takes the lock from a process that has no socket any more, and two apps on one profile would corrupt it.
  const isUnreachable = (): boolean => livesHere(holderOf(folder)) && !existsSync(socketIn(folder));
  for (const deadline = steadyClock() + mendingMs; isUnreachable(); await nextLook())
    if (steadyClock() > deadline) return { name: 'unreachable' };
  if (app.requestSingleInstanceLock(data)) return { name: 'first' };
  if (process.platform !== 'linux') return { name: 'handed-over' };
  return holderOf(folder) === null ? { name: 'unwritable', reason: 'lock' } : { name: 'handed-over' };
}

/**
 * Creates the socket for later starts again if a clean-up has removed it: it lies among the temporary files, and the app may
 * run for weeks.
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
    // The computer allows no more file watchers; a second start then says that the app is already running.
  }
}

/** Ms between two checks of another process. */
const nextLook = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 50));

function holderOf(folder: string): Holder | null {
  const [, host, pid] = /^(.+)-(\d+)$/.exec(linkOf(lockIn(folder)) ?? '') ?? [];
  return host === undefined ? null : { host, pid: Number(pid) };
}

/** Whether that process runs on this computer and is this program: process numbers are reused. */
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
