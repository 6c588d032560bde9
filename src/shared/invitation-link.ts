import { isLoopbackHost } from './loopback-host.ts';
import { err, ok, type Result } from './result.ts';

/** `origin` is that of the meeting service, for example `https://visio.example`. */
export type InvitationLink = { origin: string; code: string };

/** 22 bytes in canonical base64url: the last of the 30 characters carries two bits only. */
export const invitationCodePattern = /^[A-Za-z0-9_-]{29}[AQgw]$/;

export const appScheme = 'visio-agents';
const maxLength = 300;

// `new URL` lets quotes, brackets and other signs stand in a host (WHATWG "forbidden host code points" are few).
const hostName = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])$/;

/**
 * Reads `https://<host>/r/<code>` or `visio-agents://<host>/r/<code>`.
 * The text comes from any mail or web page: whatever is not, letter for letter, a link that we would write is refused.
 */
export function parseInvitationLink(text: string): Result<InvitationLink, 'link-invalid'> {
  const asHttp = text.length <= maxLength ? swapScheme(text) : null;
  if (asHttp === null || !URL.canParse(asHttp)) return err('link-invalid');
  const url = new URL(asHttp);
  const code = url.pathname.slice('/r/'.length);
  if (!invitationCodePattern.test(code) || !hostName.test(url.hostname)) return err('link-invalid');
  const link = { origin: url.origin, code };
  // URL parsing forgives much (dots, escapes, user names, an empty query): only the exact text survives the way back.
  return sameText(asHttp, writeInvitationLink(link)) ? ok(link) : err('link-invalid');
}

export const writeInvitationLink = ({ origin, code }: InvitationLink): string => `${origin}/r/${code}`;

/** The same link for the app: the scheme changes, nothing else. */
export const writeAppLink = (link: InvitationLink): string =>
  writeInvitationLink(link).replace(/^https?:/, `${appScheme}:`);

/** The app's scheme means http for loopback hosts and https for all others; http is refused for those others. */
function swapScheme(text: string): string | null {
  const rest = /^(?:https?|visio-agents):(\/\/.*)$/i.exec(text)?.[1];
  if (rest === undefined || !URL.canParse(`https:${rest}`)) return null;
  const secure = !isLoopbackHost(new URL(`https:${rest}`).hostname);
  if (/^http:/i.test(text) && secure) return null;
  if (/^https:/i.test(text)) return `https:${rest}`;
  return `${secure ? 'https' : 'http'}:${rest}`;
}

/** Host names ignore case, codes do not. */
function sameText(given: string, written: string): boolean {
  const path = written.indexOf('/r/');
  return (
    given.slice(0, path).toLowerCase() === written.slice(0, path) && given.slice(path) === written.slice(path)
  );
}
