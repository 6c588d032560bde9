import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Electron } from '../../../scripts/runtimes/electron.ts';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { run } from '../../../scripts/supervision/run.ts';
import { appSwitches, checkout } from '../app/app-program.ts';

/** A desktop of its own that has the app installed as the handler of its links. */
export type Desktop = {
  /** As a click in a mail program does. */
  open(link: string): Promise<void>;
  /** Of the app that the desktop started, once it runs. */
  debuggingAddress(): Promise<string>;
  pageOf(browser: Browser): Promise<Page>;
  close(): Promise<void>;
};

/** Isolated XDG folders, a .desktop file with the scheme's MIME type, and the real xdg-open. */
export async function installDesktop({
  guard,
  electron,
  serverUrl,
}: {
  readonly guard: Guard;
  readonly electron: Electron;
  readonly serverUrl: string;
}): Promise<Desktop> {
  const home = await mkdtemp(path.join(tmpdir(), 'visio-desktop-'));
  guard.removeAtEnd(home);
  const userData = path.join(home, 'user-data');
  const applications = path.join(home, 'share', 'applications');
  await mkdir(applications, { recursive: true });
  await mkdir(path.join(home, 'config'), { recursive: true });
  const exec = [
    electron.path,
    ...appSwitches,
    '--remote-debugging-port=0',
    checkout,
    `--user-data-dir=${userData}`,
    '--',
    '%u',
  ];
  await writeFile(
    path.join(applications, 'visio-agents.desktop'),
    `[Desktop Entry]\nType=Application\nName=Visio-Agents\nExec=${exec.join(' ')}\nTerminal=false\nMimeType=x-scheme-handler/visio-agents;\n`,
  );
  const env = {
    ...process.env,
    HOME: home,
    XDG_DATA_HOME: path.join(home, 'share'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CURRENT_DESKTOP: 'X-Generic',
    VISIO_SERVER_URL: serverUrl,
  };
  const must = async (command: string, ...args: string[]): Promise<void> => {
    const { code, stderr } = await run(guard, command, args, { env });
    if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  };
  await must('update-desktop-database', applications);
  await must('xdg-mime', 'default', 'visio-agents.desktop', 'x-scheme-handler/visio-agents');

  const started: ReturnType<Guard['spawn']>[] = [];
  let address: Promise<string> | undefined;
  return {
    async open(link) {
      // xdg-open runs the program itself and lasts as long as it does: the first stays, later ones hand over and end.
      const opener = guard.spawn('xdg-open', [link], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      started.push(opener);
      address ??= new Promise((resolve, reject) => {
        let printed = '';
        opener.stderr?.setEncoding('utf8').on('data', (text: string) => {
          printed += text;
          const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
          if (found) resolve(found);
        });
        opener.once('exit', () => reject(new Error(`the app ended: ${printed}`)));
      });
    },
    debuggingAddress: async () => address ?? Promise.reject(new Error('nothing was opened')),
    async pageOf(browser) {
      const context = browser.contexts()[0];
      if (!context) throw new Error('the app has no window');
      return context.pages()[0] ?? context.waitForEvent('page');
    },
    async close() {
      for (const { exitCode, pid } of started)
        if (exitCode === null && pid !== undefined) process.kill(-pid, 'SIGKILL');
    },
  };
}
