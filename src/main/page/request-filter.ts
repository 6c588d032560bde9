import type { Session } from 'electron';
import { appOrigin } from './app-protocol.ts';

export type RequestFilter = {
  /** Allows main to talk to this origin from now on: a meeting service, or an identity provider. */
  allowMain(origin: string): void;
  /**
   * Allows the window one LiveKit address as the service gave it (`ws(s)://…`), in place of the one before. Granted for the
   * own service (`main/open-services.ts`), the current meeting (`client/current-meeting.ts`) and the check of the network
   * (`client/network-calls.ts`); told to administrators in `docs/administration.md`, « Which hosts ».
   */
  allowMedia(url: string): void;
};

/**
 * Lets the window talk to LiveKit only, and main to the origins it was given; every other request is cancelled before it
 * leaves. ICE does not pass here: STUN and TURN servers are the operator's choice. Neither do WebTransport packets and mere
 * DNS look-ups (Chromium 130, no switch disables them): against those the protection is that only our script runs in the page.
 */
export function filterRequests(session: Session): RequestFilter {
  let media: ReadonlySet<string> = new Set();
  const known = new Set<string>();
  session.webRequest.onBeforeRequest((details, answer) => {
    // Main's own `net.fetch` also passes here, without a webContentsId.
    const allowed = details.webContentsId === undefined ? known : media;
    answer({ cancel: !mayLeave(details.url, allowed) });
  });
  return {
    allowMain: (origin) => void known.add(origin),
    allowMedia: (url) => {
      media = new Set([httpOrigin(url)]);
    },
  };
}

/** Whether a request may go out: to our own page, to what stays within the process, or to one of these origins. */
export function mayLeave(address: string, allowedOrigins: ReadonlySet<string>): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  switch (url.protocol) {
    case 'app:':
      return `${url.protocol}//${url.host}` === appOrigin;
    case 'blob:':
    case 'data:':
      return true;
    case 'http:':
    case 'https:':
    case 'ws:':
    case 'wss:':
      return allowedOrigins.has(httpOrigin(address));
    default:
      return false;
  }
}

/** One name for the same host and port, whether by http(s) or ws(s). */
const httpOrigin = (address: string): string => new URL(address.replace(/^ws/, 'http')).origin;
