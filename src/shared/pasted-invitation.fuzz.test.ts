import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInvitationLink, writeInvitationLink } from './invitation-link.ts';
import { findInvitations } from './pasted-invitation.ts';

const own = 'https://own.example';
const code = 'kf9dwIAwyvRwEeV1tvKCKIT8S09tTg';
const link = `https://visio.example/r/${code}`;

/** What the patterns look for, and what they must not stumble over. */
const signs =
  `https:// http: visio-agents:// /r/ /m/ ${code} ${code.slice(1)} ${link} a a. A1 . - _ : [ ] / > = % %3A %2F %252F @ ` +
  'urldefense.com/v2/url?u= -3A__ /v3/__ __; é « 1';
const blanks = ['\n', '\r\n', '\n>', ' ', '%\n2', '\u200b', '\u0301', '\ud800', '\0'];
const piece = fc.oneof(
  fc.constantFrom(...signs.split(' '), ...blanks),
  fc.string({ maxLength: 5, unit: 'binary' }),
);
const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('whatever is pasted: what is found is a link of ours, once, and the own one where no host is named', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = findInvitations(text, own);
      if (!found.ok) return;
      const written = found.value.map(({ link: each }) => writeInvitationLink(each));
      expect(new Set(written).size).toBe(written.length);
      for (const each of written) expect(parseInvitationLink(each).ok).toBe(true);
    }),
    { numRuns: 50_000 },
  );
});

test('a link is found in any words that hold no address', () => {
  const words = fc.array(fc.stringMatching(/^[a-zéàç',;!?()«»]{0,12}$/), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, fc.constantFrom(' ', '\n', '\r\n', '\n> '), (before, after, blank) => {
      const text = [...before, link, ...after].join(blank);
      const found = findInvitations(text, own);
      expect(found.ok && found.value.map((each) => writeInvitationLink(each.link))).toEqual([link]);
    }),
    { numRuns: 20_000 },
  );
});

test('100 kB of anything repeated are read within a quarter of a second', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const unit = pieces.join('') || ' ';
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const started = Date.now();
      findInvitations(text, own);
      expect(Date.now() - started).toBeLessThan(250);
    }),
    { numRuns: 400 },
  );
});
