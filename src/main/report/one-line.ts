const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// Removed before the spaces: JavaScript counts a byte order mark as a space, which would split a name in two.
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Variation_Selector}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffd]/gu;

/**
 * The text on one line, without invisible characters and without those that reverse other text. A text longer than `most` is
 * cut before a whole word: half a token would no longer be recognised as one.
 */
export function oneLine(text: string, most: number): string {
  const cut = text.length <= most ? text : `${text.slice(0, most).replace(/\S*$/, '')}…`;
  return cut
    .normalize('NFC')
    .replaceAll(lineBreaks, ' ')
    .replaceAll(unseen, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
