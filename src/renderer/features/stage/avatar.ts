const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** The first letters of the first and the last word of a name: « Marie Gérard (DSDEN 33) » gives MG. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*$/u, '')
    .split(/[\s'’-]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letter = (word: string | undefined): string =>
    word === undefined ? '' : ([...segmenter.segment(word)][0]?.segment ?? '').toLocaleUpperCase('fr');
  return letter(first) + letter(last) || '?';
}

/** A calm hue (0–359) that stays the same for the same person. */
export function hueOf(identity: string): number {
  let hash = 0;
  for (const unit of identity) hash = (hash * 31 + (unit.codePointAt(0) ?? 0)) >>> 0;
  return hash % 360;
}
