import { isIPv6 } from 'node:net';

/** What stands in place of what was taken out. */
export const blank = '…';

/**
 * Takes out whatever has the form of a link, a token, a code, a telephone number, an e-mail address, an address or a name
 * of a computer, or a path: also what only looks like one. Each pattern begins where a run of its letters begins, so that
 * the time grows with the length of the text and no faster.
 */
export const redactPatterns = (text: string): string =>
  text
    .replaceAll(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]*/gi, blank)
    .replaceAll(/(?<![a-z0-9])(?:mailto|tel|sips?|data|blob):[^\s"'<>]+/gi, blank)
    .replaceAll(/\?[^\s"')…]+/g, `?${blank}`)
    .replaceAll(/\b(Bearer|Basic)\s+[^\s"'…]+/gi, `$1 ${blank}`)
    .replaceAll(
      /(?<![a-z])(\w{0,20}token|secret|password|pwd|pin|(?:code|key|sid|state)(?==))(\s?[=:]\s?)["']?[^\s"'&;,…]+/gi,
      `$1$2${blank}`,
    )
    .replaceAll(/(?<![\w-])eyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g, blank)
    .replaceAll(/(?<![\p{L}\p{N}.+%_'-])[\p{L}\p{N}.+%_'-]+@[\p{L}\p{N}_.-]+/gu, blank)
    .replaceAll(quotedPath, (all, quote: string, path: string) =>
      isDevice(path) ? all : `${quote}${blank}${quote}`,
    )
    .replaceAll(/[\\/](?:Users|home|Utilisateurs)[\\/][^\\/\n"'<>|*?…]{1,64}(?=[\\/])[^\s"']*/gi, blank)
    .replaceAll(/(?<![a-z0-9])[a-z]:[\\/][^\s"']*/gi, blank)
    .replaceAll(/\\\\[^\s"'\\][^\s"']*/g, blank)
    .replaceAll(/(?<![\p{L}\p{N}_.)/-])(?:~|\.{1,2})?\/[^\s"'/:,;()…]+\/[^\s"':,;()]*/gu, (path) =>
      isDevice(path) ? path : blank,
    )
    .replaceAll(/(?<![\da-f])[\da-f]{2}([:_-])(?:[\da-f]{2}\1){4}[\da-f]{2}(?![\da-f])/gi, blank)
    .replaceAll(/\d{1,3}(?:\.\d{1,3}){3,}(?::\d+)?/g, blank)
    // Not of « net::ERR_… ».
    .replaceAll(/(?<![\da-f:.]|[a-z](?=::))[\da-f:.]{3,}(?![a-z])(?:%\w+)?/gi, (run) =>
      holdsIPv6(run) ? blank : run,
    )
    .replaceAll(hostName, (host, last: string) => (fileEndings.has(last.toLowerCase()) ? host : blank))
    .replaceAll(/(?<![\da-z])(?=[a-f]*\d)[\da-f]{16,}(?![\da-z])/gi, blank)
    .replaceAll(/(?<![\w+/=-])[\w+/=-]{20,}/g, (run) => (isSecretLike(run) ? blank : run))
    .replaceAll(/(?<![\p{L}\p{N}.])\+?\d(?:[\s()./-]{0,3}\d){8,14}/gu, blank)
    .replaceAll(/(?<!\d)\d{3}[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/g, blank)
    .replaceAll(/\d{8,}/g, blank);

const quotedPath = /(["'`])((?:[A-Za-z]:|~|\.{1,2})?[\\/][^"'`\n]*)\1/g;

/** « /dev/video0 » is what the help desk asks for first. */
const isDevice = (path: string): boolean => /^\/dev\/[A-Za-z0-9]+(?:\/[A-Za-z0-9]+)*$/.test(path);

/** A name with a dot whose last part begins with a letter; it starts where such a name can, and not in its middle. */
const hostName =
  /(?<![\p{L}\p{N}_-]|[\p{L}\p{N}_-]\.)(?:[\p{L}\p{N}_-]+\.)+(\p{L}[\p{L}\p{N}_-]+)(?::\d+)?/gu;
/** Of files that our log names; none of them ends the name of a computer. */
const fileEndings = new Set([
  'broken',
  'cjs',
  'css',
  'exe',
  'html',
  'js',
  'json',
  'mjs',
  'node',
  'ts',
  'tsx',
  'txt',
]);

/** A colon or a full stop of the sentence may touch the address. */
const holdsIPv6 = (run: string): boolean => {
  const [address = ''] = run.split('%');
  return [
    address,
    address.slice(1),
    address.replace(/[.:]$/, ''),
    address.slice(1).replace(/[.:]$/, ''),
  ].some(isIPv6);
};

/**
 * Codes have 30 letters, tokens more; hexadecimal ones at least 16 digits. Names of settings, errors and failures, which
 * are the longest words of a log, have no digits.
 */
function isSecretLike(run: string): boolean {
  if (/^(?:[a-z_-]+|[A-Z_-]+|[a-z]*(?:[A-Z][a-z]+)*)$/.test(run)) return false;
  const isMixed = /\d\D*\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run);
  return run.length >= 28 || (isMixed && !/[/=+-]/.test(run));
}
