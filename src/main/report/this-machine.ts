import { readFile } from 'node:fs/promises';
import { homedir, hostname, networkInterfaces, release, userInfo } from 'node:os';
import { basename } from 'node:path';
import type { App, SystemPreferences } from 'electron';
import type { ReportFacts } from './report-facts.ts';

/** The facts of this computer; no function throws. */
export type Machine = {
  readonly versions: ReportFacts['versions'];
  readonly system: () => Promise<ReportFacts['system']>;
  readonly interfaces: () => readonly string[];
  readonly screen: () => string | null;
  readonly uptimeMs: () => number;
  /** The names of the account. */
  readonly people: () => readonly string[];
  /** The names of the computer. */
  readonly computers: () => readonly string[];
};

type Deps = {
  readonly app: Pick<App, 'getVersion' | 'getLocale'>;
  readonly preferences: Pick<SystemPreferences, 'getMediaAccessStatus'>;
  readonly platform: 'linux' | 'darwin' | 'win32';
};

const names = { darwin: 'macOS', win32: 'Windows' };

export function thisMachine({ app, preferences, platform }: Deps): Machine {
  const { env } = process;
  const isLinux = platform === 'linux';
  return {
    versions: {
      'Visio-Agents': app.getVersion(),
      Electron: process.versions.electron ?? '',
      Chromium: process.versions['chrome'] ?? '',
    },
    async system() {
      const display = [env['XDG_SESSION_TYPE'], env['XDG_CURRENT_DESKTOP']].filter(Boolean).join(', ');
      return {
        name: platform === 'linux' ? `${await distribution()}, Linux` : names[platform],
        release: isLinux ? release() : process.getSystemVersion(),
        arch: process.arch,
        locale: app.getLocale(),
        display: isLinux ? display : null,
      };
    },
    interfaces: () =>
      orNothing(() =>
        Object.entries(networkInterfaces())
          .filter(([, addresses]) => addresses?.some(({ internal }) => !internal))
          .map(([name]) => name)
          .slice(0, 20),
      ),
    screen: () => (isLinux ? null : preferences.getMediaAccessStatus('screen')),
    uptimeMs: () => process.uptime() * 1000,
    people: () => [...orNothing(() => [userInfo().username]), ...orNothing(() => [basename(homedir())])],
    computers: () => [hostname(), hostname().split('.')[0] ?? '', env['USERDOMAIN'] ?? ''],
  };
}

/** Throws for an account that has no entry (in a container). */
function orNothing(read: () => readonly string[]): readonly string[] {
  try {
    return read();
  } catch {
    return [];
  }
}

async function distribution(): Promise<string> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^PRETTY_NAME="?([^"\n]*)"?$/m.exec(text)?.[1] ?? '?';
}
