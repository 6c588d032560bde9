/** What stands in place of what was taken out. */
export const blank = '…';

/** A form that a secret or a personal detail has in a text. */
export type RedactionPattern = {
  /** With the flag `g`. */
  readonly pattern: RegExp;
  /** What takes its place, as `replaceAll` reads it; without it, `blank`. */
  readonly put?: string | ((found: string, ...groups: string[]) => string);
};

/**
 * Takes out of a text whatever has one of these forms, in their order. Each pattern must begin where a run of its letters
 * begins, so that the time grows with the length of the text and no faster: texts may come from strangers.
 */
export const redactBy =
  (table: readonly RedactionPattern[]) =>
  (text: string): string =>
    table.reduce(
      (left, { pattern, put = blank }) =>
        typeof put === 'string' ? left.replaceAll(pattern, put) : left.replaceAll(pattern, put),
      text,
    );
