import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'electron';

type Deps = {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  /** The command line of this app: program and arguments. */
  readonly command: readonly string[];
  /** `XDG_CONFIG_HOME`. */
  readonly configFolder: string;
};

/** Makes the desktop start the app with the user's session, or no longer. Changes nothing if it is so already. @throws like `node:fs`. */
export function startAtLogin(wanted: boolean, { platform, app, command, configFolder }: Deps): void {
  if (platform !== 'linux') {
    if (app.getLoginItemSettings().openAtLogin !== wanted) app.setLoginItemSettings({ openAtLogin: wanted });
    return;
  }
  const file = join(configFolder, 'autostart', 'visio-agents.desktop');
  if (!wanted) return rmSync(file, { force: true });
  const entry = desktopEntry(command);
  if (entry === read(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, entry);
}

const desktopEntry = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Visio-Agents',
    `Exec=${command.map(quoted).join(' ')}`,
    'Icon=visio-agents',
    'Terminal=false',
    '',
  ].join('\n');

/** An argument of Exec as the Desktop Entry Specification requires: quoted, and with `%` escaped, which marks a field. */
const quoted = (argument: string): string => {
  const inQuotes = argument.replaceAll(/["`$\\]/g, (sign) => `\\${sign}`);
  // The value is a string of the file, in which a backslash is written twice.
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;
};

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
