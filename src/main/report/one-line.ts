const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// Before the spaces: a byte order mark is one of them to JavaScript, and would part a name in two.
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Variation_Selector}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffd]/gu;

/**
 * On one line, with nothing that is not seen or that turns other text around. A text longer than `most` ends before the
 * word in which it is cut: half a token has not the form of one.
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
