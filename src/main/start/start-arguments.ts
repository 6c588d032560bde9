import { appScheme } from '../../shared/invitation-link.ts';

/** Anything with our scheme, and whatever stands behind `--`: `visio-agents [switches] [-- LINK]`. */
export function linksInArgv(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return end === -1 ? argv.filter(isLink) : [...argv.slice(0, end).filter(isLink), ...argv.slice(end + 1)];
}

/** What holds of the start after this one too: all but the program itself and what was meant for one start alone. */
export function argumentsOfNextStart(argv: readonly string[], link: string | null): string[] {
  const end = argv.indexOf('--');
  const switches = argv.slice(1, end === -1 ? undefined : end);
  const lasting = switches.filter((each) => !isLink(each) && !oneShot.has(each));
  return link === null ? lasting : [...lasting, '--', link];
}

/** They print and end. */
const oneShot = new Set(['--check', '--json']);

const isLink = (text: string): boolean => text.toLowerCase().startsWith(`${appScheme}:`);
