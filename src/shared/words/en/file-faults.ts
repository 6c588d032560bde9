import type { fileFaultsFr } from '../fr/file-faults.ts';

export const fileFaultsEn: typeof fileFaultsFr = {
  at: (line, what) => `${what}, line ${line}`,
  unreadable: 'cannot be read',
  'not-utf8': 'is not JSON in UTF-8 (its encoding is another)',
  comment: 'is not JSON in UTF-8 (a comment is not allowed there)',
  'trailing-comma': 'is not JSON in UTF-8 (there is a comma too many)',
  'not-json': 'is not JSON in UTF-8',
  'no-object': 'is not a list of settings in braces',
  'no-file': 'is not a file',
  'too-large': 'is larger than a megabyte',
  'no-access': 'is not accessible to the application',
};
