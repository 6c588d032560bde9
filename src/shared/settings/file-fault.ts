import type { Words } from '../words/words.ts';

/** Why a file of settings that somebody wrote by hand says nothing. */
export type FileFault = {
  readonly fault:
    | 'not-utf8'
    | 'comment'
    | 'trailing-comma'
    | 'not-json'
    | 'no-object'
    /** A folder, a pipe, a device. */
    | 'no-file'
    | 'too-large'
    | 'no-access';
  /** Where it is the text that is wrong; the first line is 1. */
  readonly line?: number;
};

/** What follows the name of the file in a sentence, without the full stop. */
export function fileFaultText({ fault, line }: FileFault, words: Words['fileFaults']): string {
  const what = words[fault];
  return line === undefined ? what : words.at(line, what);
}

/** The same as a code, in a line of the log. */
export const faultCode = (because: FileFault | undefined): string =>
  because === undefined
    ? ''
    : ` (${because.fault}${because.line === undefined ? '' : `, line ${because.line}`})`;
