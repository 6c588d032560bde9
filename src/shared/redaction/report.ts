import { jwt } from './common-patterns.ts';
import { ipv6In } from './ipv6.ts';
import { blank, redactBy } from './redact-by.ts';

const quotedPath = /(["'`])((?:[A-Za-z]:|~|\.{1,2})?[\\/][^"'`\n]*)\1/g;

/** A name with a dot whose last part begins with a letter; it starts where such a name can, and not in its middle. */
const hostName =
  /(?<![\p{L}\p{N}_-]|[\p{L}\p{N}_-]\.)(?:[\p{L}\p{N}_-]+\.)+(\p{L}[\p{L}\p{N}_-]+)(?::\d+)?/gu;

/**
 * For the report and the lines that wait for it: whatever has the form of a link, a token, a code, a telephone number, an
 * e-mail address, an address or a name of a computer, or a path; also what only looks like one.
 */
export const redactReport = redactBy([
  { pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]*/gi },
  { pattern: /(?<![a-z0-9])(?:mailto|tel|sips?|data|blob):[^\s"'<>]+/gi },
  { pattern: /\?[^\s"')…]+/g, put: `?${blank}` },
  { pattern: /\b(Bearer|Basic)\s+[^\s"'…]+/gi, put: `$1 ${blank}` },
  {
    pattern:
      /(?<![a-z])(\w{0,20}token|secret|password|pwd|pin|(?:code|key|sid|state)(?==))(\s?[=:]\s?)["']?[^\s"'&;,…]+/gi,
    put: `$1$2${blank}`,
  },
  jwt,
  { pattern: /(?<![\p{L}\p{N}.+%_'-])[\p{L}\p{N}.+%_'-]+@[\p{L}\p{N}_.-]+/gu },
  {
    pattern: quotedPath,
    put: (all, quote = '', path = '') => (isDevice(path) ? all : `${quote}${blank}${quote}`),
  },
  { pattern: /[\\/](?:Users|home|Utilisateurs)[\\/][^\\/\n"'<>|*?…]{1,64}(?=[\\/])[^\s"']*/gi },
  { pattern: /(?<![a-z0-9])[a-z]:[\\/][^\s"']*/gi },
  { pattern: /\\\\[^\s"'\\][^\s"']*/g },
  {
    pattern: /(?<![\p{L}\p{N}_.)/-])(?:~|\.{1,2})?\/[^\s"'/:,;()…]+\/[^\s"':,;()]*/gu,
    put: (path) => (isDevice(path) ? path : blank),
  },
  { pattern: /(?<![\da-f])[\da-f]{2}([:_-])(?:[\da-f]{2}\1){4}[\da-f]{2}(?![\da-f])/gi },
  { pattern: /\d{1,3}(?:\.\d{1,3}){3,}(?::\d+)?/g },
  {
    // Not of « net::ERR_… ».
    pattern: /(?<![\da-f:.]|[a-z](?=::))[\da-f:.]{3,}(?![a-z])(?:%\w+)?/gi,
    put: (run) => (holdsIPv6(run) ? blank : run),
  },
  {
    pattern: hostName,
    put: (host, last = '') => (fileEndings.has(last.toLowerCase()) ? host : blank),
  },
  { pattern: /(?<![\da-z])(?=[a-f]*\d)[\da-f]{16,}(?![\da-z])/gi },
  { pattern: /(?<![\w+/=-])[\w+/=-]{20,}/g, put: (run) => (isSecretLike(run) ? blank : run) },
  // However many follow each other: of a second number that begins within the first, a part would be left.
  { pattern: /(?<![\p{L}\p{N}.])\+?\d(?:[\s()./-]{0,3}\d){8,}/gu },
  { pattern: /(?<!\d)\d{3}[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/g },
  { pattern: /\d{8,}/g },
]);

/** « /dev/video0 » is what the help desk asks for first. */
const isDevice = (path: string): boolean => /^\/dev\/[A-Za-z0-9]+(?:\/[A-Za-z0-9]+)*$/.test(path);

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

const holdsIPv6 = (run: string): boolean => ipv6In(run.split('%')[0] ?? '').length > 0;

/**
 * Codes have 30 letters, tokens more; hexadecimal ones at least 16 digits. Names of settings, errors and failures, which
 * are the longest words of a log, have no digits.
 */
function isSecretLike(run: string): boolean {
  if (/^(?:[a-z_-]+|[A-Z_-]+|[a-z]*(?:[A-Z][a-z]+)*)$/.test(run)) return false;
  const isMixed = /\d\D*\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run);
  return run.length >= 28 || (isMixed && !/[/=+-]/.test(run));
}
