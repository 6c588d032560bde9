import {
  appScheme,
  invitationCodePattern,
  parseInvitationLink,
  type InvitationLink,
} from './invitation-link.ts';
import { err, ok, type Result } from './result.ts';

/** `label` is what stands before the link on its line, such as « Lien Participant »; may be ''. */
export type FoundInvitation = { readonly link: InvitationLink; readonly label: string };

/** What a text without an invitation lacks: all, a link, the rest of one, or an address that is a meeting's. */
export type Lacking = 'text' | 'link' | 'rest' | 'meeting';

/** UTF-16 units; whatever stands behind is not read. */
const mostRead = 100_000;
/** Gateways wrap what another one has wrapped. */
const mostWrappers = 3;
const longestLabel = 60;

// Line breaks may stand anywhere inside: mails are broken at a width. Markup and urldefense close with « _ » and « __ ».
const breakable = String.raw`\/\n?[rm]\n?\/\n?(?<code>(?:[\w-]\n?){29}[AQgw])(?=[_-]{0,2}(?![\w-]))`;
const withScheme = new RegExp(
  String.raw`(?<scheme>https?|${appScheme}):\n?\/\n?\/\n?(?<host>(?:[a-z0-9.:[\]-]\n?){1,262})${breakable}`,
  'gi',
);
// Not where it is the tail of another address.
const withoutScheme = new RegExp(
  String.raw`(?<![\w.@:/%=[\]-])(?<host>(?:(?:[a-z0-9-]+\.)+[a-z0-9-]+|localhost)(?::\d{1,5})?)${breakable}`,
  'gi',
);
const bareCode = /(?<![\w./@%=?&#-])[\w-]{30}(?![\w@%=-]|[./]\w)/g;

/**
 * The invitations in what somebody pasted, each once, in their order: our own invitation text, a link with what stands
 * around it, one that a mail gateway has wrapped, an address of the browser (`/m/`), or the code of a meeting on
 * `ownOrigin`. Nothing is asked of anybody. Links that are clicked go through `parseInvitationLink` alone.
 */
export function findInvitations(
  pasted: string,
  ownOrigin: string,
): Result<readonly [FoundInvitation, ...FoundInvitation[]], Lacking> {
  const [first, ...others] = findLinks(pasted);
  if (first) return ok([first, ...others]);
  const text = tidy(pasted);
  const [code, ...more] = once(codesIn(text, ownOrigin));
  return code ? ok([code, ...more]) : err(lackingIn(unwrap(text)));
}

/** The links alone: in HTML a code without an address would be anything's name. */
export const findLinks = (pasted: string): FoundInvitation[] => once(unwrap(tidy(pasted)).flatMap(linksIn));

/** Lines without what mails put around them; characters that nobody sees are gone. */
function tidy(text: string): string {
  return text
    .slice(0, mostRead)
    .replaceAll(/[\p{Cf}\u034f]/gu, '')
    .replaceAll(/[\u2010\u2011]/g, '-')
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) =>
      line
        .replace(/^[\s>|]+/, '')
        .trimEnd()
        // A soft line break of quoted-printable.
        .replace(/=$/, ''),
    )
    .join('\n');
}

/** The text, then what it says under one wrapper, two, three: addresses stand percent-encoded in those of gateways. */
function unwrap(text: string): string[] {
  const readings = [text];
  for (let now = text; readings.length <= mostWrappers; readings.push(now)) {
    const next = decodePercent(decodeUrldefense(now));
    if (next === now) break;
    now = next;
  }
  return readings;
}

const decodePercent = (text: string): string =>
  text.replaceAll(/%\n?([0-9a-f])\n?([0-9a-f])/gi, (escape, high: string, low: string) => {
    const unit = Number.parseInt(high + low, 16);
    // Links hold nothing beyond these.
    return unit > 0x20 && unit < 0x7f ? String.fromCharCode(unit) : escape;
  });

/** Proofpoint's version 2 writes « - » for « % » and « _ » for « / »; of version 3 some programs lose a slash. */
const decodeUrldefense = (text: string): string =>
  text
    .replaceAll(
      /urldefense(?:\.proofpoint)?\.com\/v2\/url\?u=([\w.~\n-]+)/gi,
      (_, address: string) => ` ${address.replaceAll('-', '%').replaceAll('_', '/')}`,
    )
    .replaceAll(/\/v3\/__(https?):\/(?!\/)/gi, '/v3/__$1://');

type Placed = FoundInvitation & { readonly at: number };

function linksIn(text: string): FoundInvitation[] {
  const whole = [...text.matchAll(withScheme)];
  const bare = [...text.matchAll(withoutScheme)].filter(
    // The tail of a host that a line break parts.
    ({ index }) => !whole.some((other) => other.index < index && index < other.index + other[0].length),
  );
  const found = [...whole, ...bare].flatMap((match) => placedLink(text, match));
  return found.toSorted((a, b) => a.at - b.at);
}

function placedLink(text: string, match: RegExpExecArray): Placed[] {
  const { scheme, host = '', code = '' } = match.groups ?? {};
  // Whatever else is written before a host, it is asked as our own links are: http on this machine, https elsewhere.
  const written = scheme?.toLowerCase() === 'https' ? scheme : appScheme;
  const link = parseInvitationLink(`${written}://${host}/r/${code}`.replaceAll('\n', ''));
  return link.ok ? [{ link: link.value, label: labelBefore(text, match.index), at: match.index }] : [];
}

function codesIn(text: string, origin: string): FoundInvitation[] {
  return [...text.matchAll(bareCode)]
    .filter(([code]) => invitationCodePattern.test(code))
    .map((match) => ({ link: { origin, code: match[0] }, label: labelBefore(text, match.index) }));
}

/** The end of what stands before it on its line, '' where that is an address. */
function labelBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - longestLabel), at);
  const line = near.slice(near.lastIndexOf('\n') + 1);
  return line.includes('/') ? '' : line.replace(/[\s:<([{«"'=>*_-]+$/, '');
}

/** Each link once, with the first label that it has. */
function once(found: readonly FoundInvitation[]): FoundInvitation[] {
  const seen = new Map<string, FoundInvitation>();
  for (const { link, label } of found) {
    const key = `${link.origin} ${link.code}`;
    const before = seen.get(key);
    if (!before || before.label === '') seen.set(key, { link, label });
  }
  return [...seen.values()];
}

function lackingIn(readings: readonly string[]): Lacking {
  const [text = ''] = readings;
  if (text.trim() === '') return 'text';
  if (readings.some(hasPartOfLink)) return 'rest';
  if (/[a-z]:\/\/|www\./i.test(text)) return 'meeting';
  return (text.match(/[\w-]{12,60}/g) ?? []).some(looksRandom) ? 'rest' : 'link';
}

const hasPartOfLink = (text: string): boolean =>
  [...text.matchAll(/[a-z0-9\]]\/[rm]\/([\w-]{0,60})(?![\w/-])/gi)].some(
    ([, code = '']) => !invitationCodePattern.test(code),
  );

/** Part of a code, or one too many: no word mixes capitals, small letters and digits. */
const looksRandom = (word: string): boolean => /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
