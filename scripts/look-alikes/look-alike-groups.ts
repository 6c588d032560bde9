import confusables from 'unhomoglyph/data.json' with { type: 'json' };

// Unicode's table of confusable characters (UTS 39, version 13) as the npm package `unhomoglyph` has it: of two that look
// alike one stands for both, with its case (В is B, в is ʙ).
const table = new Map(Object.entries(confusables as Readonly<Record<string, string>>));

/** What the table leaves out because it is of another height or width, and what a name would still be read by. */
const added: Readonly<Record<string, string>> = {
  a: 'ᴀ',
  b: 'ʙᛒ',
  c: 'ς',
  d: 'ᴅ',
  e: 'ᴇє',
  f: 'ꜰ',
  g: 'ɢ',
  h: 'ʜ',
  j: 'ᴊȷ',
  k: 'ᴋ',
  l: 'ʟ',
  m: 'ᴍ',
  n: 'ɴп',
  o: 'ߋ',
  p: 'ᴘ',
  q: 'ꞯ',
  r: 'ʀ',
  t: 'ᴛ',
  w: 'ωΩ',
};

const plain = /^[a-z0-9]+$/;
const isLetter = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);

/** Accents are no concern here, nor wide, mathematical and circled letters: normalisation undoes them. */
const bare = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
const fold = (text: string): string => text.toUpperCase().toLowerCase();
const step = (text: string): string =>
  Array.from(bare(text), (letter) => (letter === 'm' ? letter : bare(table.get(letter) ?? letter))).join('');

/**
 * In small letters, by the first of a letter's own shape, its capital's and its small one's that looks like Latin letters:
 * « ν » is a v, although its capital is an N.
 */
function shapeOf(letter: string): string | null {
  const shapes = [letter, letter.toUpperCase(), letter.toLowerCase()].map((each) =>
    fold(step(fold(step(each)))),
  );
  return shapes.find((shape) => plain.test(shape)) ?? null;
}

/** Characters behind the letters a–z and digits that they look like, and letters that look like a sign behind « · ». */
export function lookAlikeGroups(): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  const add = (shape: string, letter: string): void =>
    void groups.set(shape, (groups.get(shape) ?? '') + letter);
  const letters = [...table.keys()].flatMap((letter) => [letter, letter.toLowerCase(), letter.toUpperCase()]);
  const extra = Object.entries(added).flatMap(([shape, all]) => Array.from(all, (letter) => [letter, shape]));
  const shapes = new Map(extra as [string, string][]);
  for (const letter of new Set([...letters, ...shapes.keys()])) {
    if (bare(letter) !== letter || Array.from(letter).length > 1 || fold(letter) === '') continue;
    const shape = shapes.get(letter) ?? shapeOf(letter);
    if (shape !== null && shape !== fold(letter)) add(shape, letter);
    else if (shape === null && isLetter(letter) && !/[\p{L}\p{N}]/u.test(step(letter))) add('·', letter);
  }
  return groups;
}

/** The source text of `src/shared/names/look-alike-groups.ts`. Escaped, because some of these letters turn a line round. */
export function lookAlikeFile(): string {
  const escape = (letters: string): string =>
    Array.from(letters, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`).join('');
  const lines = Array.from(
    lookAlikeGroups(),
    ([shape, letters]) => `  ${plain.test(shape) ? shape : `'${shape}'`}: '${escape(letters)}',`,
  );
  return [
    "// Made by `npm run look-alikes` from Unicode's table of confusable characters; not written by hand.",
    '',
    '// prettier-ignore',
    'export const lookAlikeGroups: Readonly<Record<string, string>> = {',
    ...lines.toSorted(),
    '};',
    '',
  ].join('\n');
}
