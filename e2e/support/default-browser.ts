import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { run } from '../../scripts/supervision/run.ts';

/** A desktop whose default browser is a program that only writes down what it is to open; xdg-open is the system's own. */
export async function setDefaultBrowser(guard: Guard): Promise<{
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
  const schemes = 'x-scheme-handler/http;x-scheme-handler/https;';
  await writeFile(
    path.join(applications, 'browser.desktop'),
    `[Desktop Entry]\nType=Application\nName=Browser\nExec=${program} %u\nMimeType=${schemes}\n`,
  );
  const env = {
    HOME: home,
    XDG_DATA_HOME: path.join(home, 'share'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CURRENT_DESKTOP: 'X-Generic',
  };
  const whole = { ...process.env, ...env };
  for (const [command, ...args] of [
    ['update-desktop-database', applications],
    ['xdg-mime', 'default', 'browser.desktop', 'x-scheme-handler/http', 'x-scheme-handler/https'],
  ] as const) {
    const { code, stderr } = await run(guard, command, args, { env: whole });
    if (code !== 0) throw new Error(`${command}: ${stderr}`);
  }
  return { env, opened: () => readFile(told, 'utf8').catch(() => '') };
}
