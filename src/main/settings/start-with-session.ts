import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'electron';

type Deps = {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  /** What starts this app: the program, and what it is given. */
  readonly command: readonly string[];
  /** `XDG_CONFIG_HOME`. */
  readonly configFolder: string;
};

/** Has the desktop start the app with the user's session, or no longer. What is so already is left alone. @throws like `node:fs`. */
export function startWithSession(wanted: boolean, { platform, app, command, configFolder }: Deps): void {
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

/** As the Desktop Entry Specification wants an argument of Exec: quoted, and `%` is the sign of a field. */
const quoted = (argument: string): string => {
  const inQuotes = argument.replaceAll(/["`$\\]/g, (sign) => `\\${sign}`);
  // The whole value is a string of the file, in which a backslash is written twice.
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;
};

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
