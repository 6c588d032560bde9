import { chmod, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { run } from '../../../scripts/supervision/run.ts';

/** A desktop whose default browser is a program that only writes down what it is to open; xdg-open is the system's own. */
export const setDefaultBrowser = (guard: Guard): ReturnType<typeof desktopWith> =>
  desktopWith(guard, ['http', 'https']);

/** A desktop on which such a program opens addresses of these schemes, and nothing any other. */
export async function desktopWith(
  guard: Guard,
  schemes: readonly string[],
): Promise<{
  readonly env: Readonly<Record<string, string>>;
  /** The address that the browser was started with; '' before. */
  opened(): Promise<string>;
}> {
  const home = await mkdtemp(path.join(tmpdir(), 'visio-default-browser-'));
  guard.removeAtEnd(home);
  const [program, told, applications] = ['browser', 'address', 'share/applications'].map((name) =>
    path.join(home, name),
  ) as [string, string, string];
  await writeFile(program, `#!/bin/sh\nprintf %s "$1" > '${told}.new' && mv '${told}.new' '${told}'\n`);
  await chmod(program, 0o755);
  await mkdir(applications, { recursive: true });
  await mkdir(path.join(home, 'config'));
  const types = schemes.map((scheme) => `x-scheme-handler/${scheme}`);
  await writeFile(
    path.join(applications, 'browser.desktop'),
    `[Desktop Entry]\nType=Application\nName=Browser\nExec=${program} %u\nMimeType=${types.join(';')};\n`,
  );
  const env = {
    HOME: home,
    XDG_DATA_HOME: path.join(home, 'share'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    // None of what is installed on this machine.
    XDG_DATA_DIRS: path.join(home, 'config'),
    XDG_CURRENT_DESKTOP: 'X-Generic',
    PATH: await withoutBrowsers(home),
  };
  const whole = { ...process.env, ...env };
  const orders: readonly (readonly [string, ...string[]])[] = [
    ['update-desktop-database', applications],
    ...(types.length === 0 ? [] : [['xdg-mime', 'default', 'browser.desktop', ...types] as const]),
  ];
  for (const [command, ...args] of orders) {
    const { code, stderr } = await run(guard, command, args, { env: whole });
    if (code !== 0) throw new Error(`${command}: ${stderr}`);
  }
  return { env, opened: () => readFile(told, 'utf8').catch(() => '') };
}

/** The system's programs but for the browsers that xdg-open tries where nothing is chosen (xdg-utils 1.1.3). */
async function withoutBrowsers(home: string): Promise<string> {
  const folder = path.join(home, 'bin');
  await mkdir(folder);
  const isBrowser =
    /browser|chrom|firefox|iceweasel|seamonkey|mozilla|epiphany|konqueror|links|lynx|w3m|run-mailcap|mimeopen/;
  for (const name of await readdir('/usr/bin'))
    if (!isBrowser.test(name)) await symlink(path.join('/usr/bin', name), path.join(folder, name));
  return folder;
}
