import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** Ms to wait for a program to fail; the person waits that long too. */
const patienceMs = 2_500;

/** Opens an address with the program that this computer has for it; false if none opened it, as far as we can see. */
export type OpenOutside = (address: string) => Promise<boolean>;

type Deps = {
  readonly platform: NodeJS.Platform;
  readonly shell: { openExternal(address: string): Promise<void> };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly start?: (command: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
};

/**
 * On macOS and Windows Electron reports whether it worked. On Linux it starts xdg-open and calls that success, and what xdg-open
 * prints, including the address, goes to our own output and so to the journal (see Electron's `platform_util_linux.cc`).
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
 * The exit code of xdg-open says whether the address was opened. On a desktop that it does not know it runs the program itself
 * and lasts as long as that one: if it still runs after a while, the address was opened.
 */
function byXdgOpen(start: NonNullable<Deps['start']>, env: Deps['env'], address: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const opener = start('xdg-open', [address], {
    env: environmentFor(address, env),
    stdio: 'ignore',
    // It may turn into the browser itself, which must not end with us.
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
    // Some versions of Electron set the desktop to « Unity » for their tray icons, and keep the true name here.
    XDG_CURRENT_DESKTOP: env['ORIGINAL_XDG_CURRENT_DESKTOP'] ?? env['XDG_CURRENT_DESKTOP'],
    // There is no terminal (Electron sets it too).
    MM_NOTTTY: '1',
    // Without a mail program xdg-open tries every browser, which accepts the mail and does nothing with it.
    ...(address.startsWith('mailto:') ? { BROWSER: 'false' } : {}),
  };
}
