import { everyCheckMark, isReserved, withoutMentions } from './reserved-name.ts';
import { err, ok, type Result } from '../result.ts';

export const maxNameLength = 80;

// Counted in runs, not by grapheme: one grapheme of an Indic script may hold several letters with marks of their own.
const tooManyMarks = /\p{M}{5}/u;
// Would be drawn on whatever stands before the name.
const startsWithMark = /^\p{M}/u;

// Cc controls, Cf formats (bidi, zero-width, soft hyphen), Co/Cs/Cn what no font shows, Zl/Zp line breaks;
// then the letters and marks that are drawn as nothing (Hangul fillers, grapheme joiner, Braille blank, null notehead, variation selectors),
// and what stands for an object, or is left of bytes that were no UTF-8.
const invisible =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0\ufffc\ufffd\u{1d159}]|\u034f|\u{16fe4}|\u17b4|\u17b5|\p{Variation_Selector}/u;

const everyInvisible = new RegExp(invisible.source, 'gu');

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

export type NameFault = 'empty' | 'too-long' | 'unreadable' | 'reserved';

/**
 * The name under which somebody appears: NFC, trimmed, every run of spaces one space, 1 to `maxNameLength` graphemes, nothing invisible, at
 * most 4 combining marks a base, nothing that the app itself writes beside names. Others read it, so it is refused rather
 * than silently mended.
 */
export function parseDisplayName(typed: string): Result<string, NameFault> {
  // No name needs more; a longer text is not worth the segmenter's time.
  if (typed.length > 2000) return err('too-long');
  // `trim` would take a byte order mark, which is invisible, for a space.
  if (typed.includes('\ufeff')) return err('unreadable');
  const name = typed
    .normalize('NFC')
    .trim()
    .replaceAll(/\p{Zs}+/gu, ' ');
  if (name === '') return err('empty');
  if (invisible.test(name)) return err('unreadable');
  if (startsWithMark.test(name) || tooManyMarks.test(name.normalize('NFD'))) return err('unreadable');
  if (nameLength(name) > maxNameLength) return err('too-long');
  return isReserved(name) ? err('reserved') : ok(name);
}

/**
 * The nearest name to a text that nobody can be asked to correct, such as a directory's: without what the app itself writes
 * beside names. Null if nothing is left, or what is left would be read as a mark of the app.
 */
export function mendDisplayName(text: string): string | null {
  const seen = text
    .slice(0, 2000)
    .replaceAll(/[\s\u0085]+/gu, ' ')
    .replaceAll(everyInvisible, '')
    .replaceAll(everyCheckMark, '')
    .normalize('NFD')
    .replaceAll(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/^[\p{M}\s]+/u, '')
    .normalize('NFC');
  const whole = withoutMentions(seen);
  // Cut short, a word may have become a mention.
  const left = whole === null ? null : withoutMentions(cutName(whole, maxNameLength));
  if (left === null) return null;
  const name = parseDisplayName(left);
  return name.ok && /[\p{L}\p{N}]/u.test(name.value) ? name.value : null;
}

/** In characters as people count them. */
export const nameLength = (name: string): number => [...graphemes.segment(name)].length;

/** At most so many characters, the last of them « … » where something is missing. */
export function cutName(name: string, most: number): string {
  const all = Array.from(graphemes.segment(name), ({ segment }) => segment);
  return all.length <= most
    ? name
    : `${all
        .slice(0, most - 1)
        .join('')
        .trim()}…`;
}
