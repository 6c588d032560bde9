import type { ChildProcess, StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import type { Electron } from '../../../scripts/runtimes/electron.ts';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { appSwitches, checkout } from './app-program.ts';

type Start = {
  readonly link?: string;
  readonly switches?: readonly string[];
  /** What it is started by, with the whole command behind it. */
  readonly by?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdio?: StdioOptions;
};

/**
 * The app on a user data folder, started as a desktop starts it: whoever starts again does so without us. Playwright's own way
 * of starting an Electron holds the second one back until Playwright knows it, which it never will.
 */
export type PlainApp = {
  readonly userData: string;
  start(start?: Start): ChildProcess;
  /** The page of the app that runs on the folder, whoever started it. */
  page(): Promise<Page>;
  /** The process that has the folder; null where none has. */
  pid(): Promise<number | null>;
  close(): Promise<void>;
};

export async function plainApp(
  guard: Guard,
  electron: Electron,
  serverUrl: string,
  folder?: string,
): Promise<PlainApp> {
  const home = await mkdtemp(path.join(tmpdir(), 'visio-plain-'));
  guard.removeAtEnd(home);
  const userData = folder ?? path.join(home, 'user-data');
  const browsers: Browser[] = [];
  const started: ChildProcess[] = [];
  async function pid(): Promise<number | null> {
    const holder = await readlink(path.join(userData, 'SingletonLock')).catch(() => '');
    return Number(/-(\d+)$/.exec(holder)?.[1]) || null;
  }
  return {
    userData,
    pid,
    start({ link, switches = [], by = [], env = {}, stdio = 'ignore' } = {}) {
      const [command = '', ...args] = [
        ...by,
        electron.path,
        ...appSwitches,
        '--remote-debugging-port=0',
        ...switches,
        checkout,
        `--user-data-dir=${userData}`,
        ...(link === undefined ? [] : ['--', link]),
      ];
      const child = guard.spawn(command, args, {
        env: { ...process.env, VISIO_SERVER_URL: serverUrl, ...env },
        stdio,
      });
      started.push(child);
      return child;
    },
    async page() {
      // Chromium writes there where it listens; the file of an app that has ended leads nowhere.
      const attempt = async (): Promise<Page | null> => {
        const told = await readFile(path.join(userData, 'DevToolsActivePort'), 'utf8').catch(() => '');
        const [port, address] = told.split('\n');
        if (!port || !address) return null;
        const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${address}`).catch(() => null);
        if (browser === null) return null;
        browsers.push(browser);
        return browser.contexts()[0]?.pages()[0] ?? null;
      };
      let page: Page | null = null;
      await expect.poll(async () => (page = await attempt()) !== null, { timeout: 20_000 }).toBe(true);
      if (page === null) throw new Error('the app has no page');
      return page;
    },
    async close() {
      for (const browser of browsers) await browser.close().catch(() => undefined);
      const last = await pid();
      for (const each of started.filter(
        ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
      )) {
        const ended = once(each, 'exit');
        if (each.pid !== undefined) process.kill(-each.pid, 'SIGKILL');
        await ended;
      }
      // One that started by itself is in nobody's group.
      if (last !== null) {
        try {
          process.kill(last, 'SIGKILL');
        } catch {
          // It has ended.
        }
      }
    },
  };
}
