import type { Session } from 'electron';
import { appOrigin } from './app-protocol.ts';

export type Egress = {
  /** Main itself may speak to this origin from now on: a meeting service, or whoever signs agents in. */
  allowMain(origin: string): void;
  /** LiveKit's address as the service gave it (`ws(s)://…`): of the meeting we are in, or that is being prepared. */
  allowMedia(url: string): void;
};

/**
 * Lets the window talk to LiveKit only, and main itself to those it was told of; everything else is cancelled before
 * it leaves. ICE is not seen here: STUN and TURN servers are the operator's business. Nor are WebTransport's packets and
 * names that are only looked up (Chromium 130, no switch turns them off): what keeps those from a stranger is that no script
 * but ours runs in the page.
 */
export function filterEgress(session: Session): Egress {
  let media: ReadonlySet<string> = new Set();
  const known = new Set<string>();
  session.webRequest.onBeforeRequest((details, answer) => {
    // Main's own net.fetch passes here too, without a webContentsId.
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

/** Whether a request may go out: to our own page, to what never leaves the process, or to one of the origins. */
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

/** The same host and port, whether asked by http(s) or ws(s). */
const httpOrigin = (address: string): string => new URL(address.replace(/^ws/, 'http')).origin;
