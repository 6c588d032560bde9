/** The longest has a mapped IPv4 address at its end. */
const longest = 45;

/** As `isIPv6` of node:net, which not every runtime has, for addresses without a zone. */
const isIPv6 = (text: string): boolean =>
  text.length <= longest && /^[\da-f:.]*:[\da-f:.]*$/i.test(text) && URL.canParse(`http://[${text}]`);

/** The IPv6 addresses that a run of hexadecimal digits, colons and dots may be: a colon or a full stop of the sentence may touch one. */
export const ipv6In = (run: string): readonly string[] =>
  [run, run.slice(1), run.replace(/[.:]$/, ''), run.slice(1).replace(/[.:]$/, '')].filter(isIPv6);
