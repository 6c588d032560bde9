import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseInvitationLink,
  writeAppLink,
  writeInvitationLink,
  type InvitationLink,
} from './invitation-link.ts';

const runs = 100_000;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const code = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: 29, maxLength: 29 }),
    fc.constantFrom('A', 'Q', 'g', 'w'),
  )
  .map((parts) => parts.join(''));
const label = fc.stringMatching(/^[a-z]([a-z0-9]{0,10}[a-z0-9])?$/);
const port = fc.option(fc.integer({ min: 1, max: 65_535 }).filter((n) => n !== 80 && n !== 443));
const withPort = (host: string, at: number | null) => (at === null ? host : `${host}:${at}`);
const remote = fc.tuple(label, label, port).map(([a, b, at]) => `https://${withPort(`${a}.${b}x`, at)}`);
const local = fc
  .tuple(fc.constantFrom('localhost', '127.0.0.1', '127.8.9.10', '[::1]'), port)
  .map(([host, at]) => `http://${withPort(host, at)}`);
const link: fc.Arbitrary<InvitationLink> = fc.record({ origin: fc.oneof(remote, local), code });

test('every link that we write is read back as what it was, under both schemes', () => {
  fc.assert(
    fc.property(link, (written) => {
      expect(parseInvitationLink(writeInvitationLink(written))).toEqual({ ok: true, value: written });
      expect(parseInvitationLink(writeAppLink(written))).toEqual({ ok: true, value: written });
    }),
    { numRuns: 10_000 },
  );
});

/** What mails, browsers and attackers put into links, and what URL parsers forgive (facts of `new URL`). */
const visible =
  '? # / // \\ . .. /.. /./ @ : :443 :80 % %2F %2e %61 %00 = == + & ; , " \' < > ( ) [ ] { } | ^ ` * ~ $ ! \u3002 \uff0e ｅ і ß ' +
  '?token=x #name=x user:pw@ ?r=/r/ javascript: http: https: visio-agents: /r/ A 0';
const blank = [' ', '\t', '\n', '\r', '\u0000', '\u00a0', '\u200b', '\u2028', '\ufeff', '\u0301'];
const foreign = fc.constantFrom(...blank, ...visible.split(' '));
type Alteration = (text: string, at: number, by: string) => string;
const alteration = fc.constantFrom<Alteration>(
  (text, at, by) => text.slice(0, at) + by + text.slice(at),
  (text, at, by) => text.slice(0, at) + by + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at) => text.slice(0, at) + text.charAt(at) + text.slice(at),
  (text, at) => text.slice(0, at) + encodeURIComponent(text.charAt(at)) + text.slice(at + 1),
  (text, at) => `${text.slice(0, at)}%${text.charCodeAt(at).toString(16)}${text.slice(at + 1)}`,
  (text, at, by) => by + text.slice(at),
  (text) => text.replace('//', '/'),
  (text) => text.replace('//', ''),
  (text) => text.replace('//', '\\\\'),
  (text) => text.replace('https:', 'http:'),
  (text) => text.replace('/r/', '/x/../r/'),
  (text) => text.replace('/r/', '/R/'),
  (text) => text.replace('127.0.0.1', '2130706433'),
  (text) => text.replace('127.0.0.1', '0x7f.1'),
);
const altered = fc
  .tuple(
    link,
    fc.constantFrom(writeInvitationLink, writeAppLink),
    fc.array(fc.tuple(alteration, fc.nat(), foreign), { minLength: 1, maxLength: 3 }),
  )
  .map(([original, write, steps]) => {
    const text = write(original);
    const changed = steps.reduce((now, [alter, at, by]) => alter(now, at % (now.length + 1), by), text);
    return { original, text, changed };
  });

test('of 100,000 altered links none is accepted but those that are, letter for letter, another link of ours', () => {
  let refused = 0;
  fc.assert(
    fc.property(altered, ({ changed }) => {
      const read = parseInvitationLink(changed);
      if (!read.ok) {
        refused += 1;
        return;
      }
      // A host cut short or a letter of the code replaced is another link; nothing else may come through.
      const path = changed.indexOf('/r/');
      const canonical = changed.slice(0, path).toLowerCase() + changed.slice(path);
      expect([writeInvitationLink(read.value), writeAppLink(read.value)]).toContain(canonical);
      expect(read.value.origin).toMatch(/^https?:\/\/[a-z0-9.:[\]-]+$/);
      expect(changed).toMatch(/^(?:https?|visio-agents):\/\/[a-z0-9.:[\]-]+\/r\/[A-Za-z0-9_-]{29}[AQgw]$/i);
    }),
    { numRuns: runs },
  );
  expect(refused).toBeGreaterThan(runs * 0.8);
});
