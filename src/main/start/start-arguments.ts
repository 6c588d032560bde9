import { appScheme } from '../../shared/invitation-link.ts';

/** Every argument with our scheme, and everything after `--`: `visio-agents [switches] [-- LINK]`. */
export function linksInArgv(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return end === -1 ? argv.filter(isLink) : [...argv.slice(0, end).filter(isLink), ...argv.slice(end + 1)];
}

/** The arguments that also apply to the next start: all but the program itself and those meant for a single start. */
export function relaunchArguments(argv: readonly string[], link: string | null): string[] {
  const end = argv.indexOf('--');
  const switches = argv.slice(1, end === -1 ? undefined : end);
  const lasting = switches.filter((each) => !isLink(each) && !oneShot.has(each));
  return link === null ? lasting : [...lasting, '--', link];
}

/** With these the app prints something and ends; `boot.ts` reads them. A switch of ours that lasts needs no entry. */
const oneShot = new Set(['--check', '--json']);

const isLink = (text: string): boolean => text.toLowerCase().startsWith(`${appScheme}:`);
