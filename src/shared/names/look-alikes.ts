import { lookAlikeGroups } from './look-alike-groups.ts';

let table: ReadonlyMap<string, string> | null = null;

/** Built when the first name is compared: not every start of the app compares one. */
const lookAlikes = (): ReadonlyMap<string, string> =>
  (table ??= new Map(
    Object.entries(lookAlikeGroups).flatMap(([shape, letters]) =>
      Array.from(letters, (letter) => [letter, shape] as const),
    ),
  ));

/**
 * How a text looks at a glance: accents, case, wide and mathematical letters and letters of other alphabets that look
 * alike make no difference. Signs and spaces stay. No text, only for comparing.
 */
export function shapeOf(text: string): string {
  const shapes = lookAlikes();
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return (
    Array.from(plain, (letter) => shapes.get(letter) ?? letter.toUpperCase().toLowerCase())
      .join('')
      // One stroke is an i, an l or a one, as the font likes.
      .replaceAll('i', 'l')
      .replaceAll('rn', 'm')
      .replaceAll('vv', 'w')
  );
}
