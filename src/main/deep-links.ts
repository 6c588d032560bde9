import type { App } from 'electron';
import type { Failure } from '../shared/failure.ts';
import { appScheme, parseInvitationLink, type InvitationLink } from '../shared/invitation-link.ts';
import { err, type Result } from '../shared/result.ts';

export type DeepLinks = {
  /** From now on links go to `receive`, beginning with those that came before. */
  forwardTo(receive: (link: Result<InvitationLink, Failure>) => void): void;
};

/**
 * Listens for links from the first tick: macOS delivers the link that launched the app before `ready`, Windows and Linux in
 * the command line, of this process or of a second one that hands it over (`links` of its additional data, because
 * Chromium reorders the argv that it passes on).
 */
export function watchDeepLinks(app: App, argv: readonly string[], onSecondStart: () => void): DeepLinks {
  const waiting: string[] = [...linksInArgv(argv)].slice(0, 1);
  let receive: ((text: string) => void) | null = null;
  const deliver = (text: string): void => (receive ? receive(text) : void waiting.push(text));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    deliver(url);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    onSecondStart();
    const link = linksOf(data)[0];
    if (link !== undefined) deliver(link);
  });
  return {
    forwardTo(handle) {
      receive = (text) => handle(readLink(text));
      for (const text of waiting.splice(0)) receive(text);
    },
  };
}

/** What the single-instance lock carries from a second start to the first. */
export const secondStartData = (argv: readonly string[]): { links: string[] } => ({
  links: linksInArgv(argv),
});

/** Anything with our scheme, and whatever stands behind `--`: `visio-agents [switches] [-- LINK]`. */
export function linksInArgv(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  const isLink = (text: string): boolean => text.toLowerCase().startsWith(`${appScheme}:`);
  return end === -1 ? argv.filter(isLink) : [...argv.slice(0, end).filter(isLink), ...argv.slice(end + 1)];
}

function linksOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('links' in data) || !Array.isArray(data.links))
    return [];
  return data.links.filter((link): link is string => typeof link === 'string');
}

function readLink(text: string): Result<InvitationLink, Failure> {
  const link = parseInvitationLink(text);
  return link.ok ? link : err({ code: link.error });
}
