import { err, ok, type Result } from './result.ts';

const maxNameGraphemes = 80;

// Counted in runs, not by grapheme: one grapheme of an Indic script may hold several letters with marks of their own.
const tooManyMarks = /\p{M}{5}/u;
// Would be drawn on whatever stands before the name.
const startsWithMark = /^\p{M}/u;

// Cc controls, Cf formats (bidi, zero-width, soft hyphen), Co/Cs/Cn what no font shows, Zl/Zp line breaks;
// then the letters and marks that are drawn as nothing (Hangul fillers, grapheme joiner, Braille blank, null notehead, variation selectors),
// and what a decoder leaves of bytes that were no UTF-8.
const invisible =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0\ufffd\u{1d159}]|\u034f|\u{16fe4}|\u17b4|\u17b5|\p{Variation_Selector}/u;

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/**
 * The name under which somebody appears: NFC, trimmed, 1–80 graphemes, nothing invisible, at most 4 combining marks a base.
 * Others read it, so it is refused rather than silently mended.
 */
export function parseDisplayName(typed: string): Result<string, 'empty' | 'too-long' | 'unreadable'> {
  // 80 graphemes never need more; a longer text is not worth the segmenter's time.
  if (typed.length > 2000) return err('too-long');
  // `trim` would take a byte order mark, which is invisible, for a space.
  if (typed.includes('\ufeff')) return err('unreadable');
  const name = typed.normalize('NFC').trim();
  if (name === '') return err('empty');
  if (invisible.test(name)) return err('unreadable');
  if (startsWithMark.test(name) || tooManyMarks.test(name.normalize('NFD'))) return err('unreadable');
  return [...graphemes.segment(name)].length > maxNameGraphemes ? err('too-long') : ok(name);
}
