import { chmod, copyFile, lchown, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from '../../scripts/supervision/guard.ts';

/** Somebody who may do nothing on this machine but use what is installed. */
export type OrdinaryUser = {
  readonly uid: number;
  readonly home: string;
  /** What their session has in its environment, and nothing of ours. */
  readonly env: Readonly<Record<string, string>>;
  /** What to run so that `command` runs as them. */
  as(command: readonly string[]): readonly [string, ...string[]];
  /** Makes a file, or a folder with all that is in it, theirs. */
  give(target: string): Promise<void>;
};

/**
 * For root somebody else, whose number has no account: that is all an app needs, and nothing is left behind on the machine. For
 * anybody else the current user, with another home.
 */
export async function ordinaryUser(guard: Guard): Promise<OrdinaryUser> {
  const isRoot = process.getuid?.() === 0;
  // Of the range that systemd keeps for users who come and go; another number for each of us that runs at the same time.
  const uid = isRoot ? 61_184 + (process.pid % 4_000) : (process.getuid?.() ?? 0);
  const home = await mkdtemp(path.join(tmpdir(), 'visio-user-'));
  guard.removeAtEnd(home);
  const runtime = path.join(home, 'run');
  await mkdir(runtime, { mode: 0o700 });
  const screen = await screenOf(home);
  const give = async (target: string): Promise<void> => {
    if (isRoot) await hand(target, uid);
  };
  await give(home);
  return {
    uid,
    home,
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      HOME: home,
      LANG: 'fr_FR.UTF-8',
      XDG_RUNTIME_DIR: runtime,
      // Without it libdbus would start a session bus that outlives us.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      ...screen,
    },
    as: ([command = '', ...args]) =>
      isRoot
        ? ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--', command, ...args]
        : [command, ...args],
    give,
  };
}

/** The display of this process; its cookie is copied, because only we may read ours. */
async function screenOf(home: string): Promise<Record<string, string>> {
  const { DISPLAY, XAUTHORITY } = process.env;
  if (!DISPLAY) throw new Error('there is no display');
  if (!XAUTHORITY) return { DISPLAY };
  const copy = path.join(home, 'authority');
  await copyFile(XAUTHORITY, copy);
  await chmod(copy, 0o600);
  return { DISPLAY, XAUTHORITY: copy };
}

async function hand(target: string, uid: number): Promise<void> {
  await lchown(target, uid, uid);
  const inside = await readdir(target).catch(() => []); // a file has none
  await Promise.all(inside.map((name) => hand(path.join(target, name), uid)));
}
