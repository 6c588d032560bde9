import type { App } from 'electron';
import type { Failure } from '../../shared/failure.ts';
import { parseInvitationLink, type InvitationLink } from '../../shared/invitation-link.ts';
import { err, type Result } from '../../shared/result.ts';
import { linksInArgv } from '../start/start-arguments.ts';

export type DeepLinks = {
  /** Passes links to `receive` from now on, beginning with those that are waiting. */
  forwardTo(receive: (link: Result<InvitationLink, Failure>) => void): void;
  /** The window is closed: from now on a link (null: a second start without one) is for the next start of the app. */
  leaveTo(startAgain: (link: string | null) => void): void;
};

/**
 * Listens for links from the first tick: macOS delivers the link that launched the app before `ready`, Windows and Linux in
 * the command line, of this process or of a second one that hands it over (`links` of its additional data, because
 * Chromium reorders the argv that it passes on).
 */
export function watchDeepLinks(app: App, argv: readonly string[], onSecondStart: () => void): DeepLinks {
  const waiting: string[] = [...linksInArgv(argv)].slice(0, 1);
  let receive: ((text: string) => void) | null = null;
  let startAgain: ((link: string | null) => void) | null = null;
  /** The last link of a second start that came before anybody received links. */
  let handedOver: string | null = null;
  const deliver = (text: string): void => {
    if (startAgain) startAgain(text);
    else if (receive) receive(text);
    else waiting.push(text);
  };
  app.on('open-url', (event, url) => {
    event.preventDefault();
    deliver(url);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (startAgain) startAgain(null);
    else onSecondStart();
    const link = linksOf(data)[0];
    if (link === undefined) return;
    if (!receive) handedOver = link;
    deliver(link);
  });
  return {
    forwardTo(handle) {
      receive = (text) => handle(readLink(text));
      for (const text of waiting.splice(0)) receive(text);
    },
    leaveTo(handle) {
      startAgain = handle;
      // The person who closed the window knew the link it was opened for, but has not seen one that came later.
      if (!receive && handedOver !== null) handle(handedOver);
    },
  };
}

/** The data that a second start passes to the first through the single-instance lock. */
export const secondStartData = (argv: readonly string[]): { links: string[] } => ({
  links: linksInArgv(argv),
});

function linksOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('links' in data) || !Array.isArray(data.links))
    return [];
  return data.links.filter((link): link is string => typeof link === 'string');
}

function readLink(text: string): Result<InvitationLink, Failure> {
  const link = parseInvitationLink(text);
  return link.ok ? link : err({ code: link.error });
}
