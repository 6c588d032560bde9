import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** Ms that a program has to say that it cannot open an address; the person waits for that. */
const patienceMs = 2_500;

/** Opens an address with the program that this computer has for it; false where none is seen to. */
export type OpenOutside = (address: string) => Promise<boolean>;

type Deps = {
  readonly platform: NodeJS.Platform;
  readonly shell: { openExternal(address: string): Promise<void> };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly start?: (command: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
};

/**
 * Electron asks macOS and Windows, which answer. On Linux it starts xdg-open and calls that success, and what xdg-open
 * prints, the address with it, goes to our own output and so to the journal (read in Electron's `platform_util_linux.cc`).
 */
export const openOutside =
  ({ platform, shell, env, start = spawn }: Deps): OpenOutside =>
  (address) =>
    platform === 'linux'
      ? byXdgOpen(start, env, address)
      : shell.openExternal(address).then(
          () => true,
          () => false,
        );

/**
 * xdg-open says by its exit code whether the address was opened. On a desktop that it does not know it runs the program itself
 * and lasts as long as that does: what still runs after a while was opened.
 */
function byXdgOpen(start: NonNullable<Deps['start']>, env: Deps['env'], address: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const opener = start('xdg-open', [address], {
    env: environmentFor(address, env),
    stdio: 'ignore',
    // The browser that it may become must not end with us.
    detached: true,
  });
  const timer = setTimeout(() => resolve(true), patienceMs);
  opener.once('error', () => resolve(false));
  opener.once('exit', (code) => resolve(code === 0));
  opener.unref();
  return promise.finally(() => clearTimeout(timer));
}

function environmentFor(address: string, env: Deps['env']): NodeJS.ProcessEnv {
  return {
    ...env,
    // Some Electrons call the desktop « Unity », for the sake of icons in its tray, and keep the true name there.
    XDG_CURRENT_DESKTOP: env['ORIGINAL_XDG_CURRENT_DESKTOP'] ?? env['XDG_CURRENT_DESKTOP'],
    // Nobody has a terminal here. (As Electron sets it.)
    MM_NOTTTY: '1',
    // Without a mail program xdg-open tries every browser there is, which takes the mail and does nothing with it.
    ...(address.startsWith('mailto:') ? { BROWSER: 'false' } : {}),
  };
}
