import { z } from 'zod';
import type { Failure } from '../failure.ts';
import type { Result } from '../result.ts';

/**
 * How many calls are let through within a period; one more is refused as `too-many-requests`. It is there against a page that
 * means harm: it opens no more windows than a person would. Calls that name the same limit share it.
 */
export type CallLimit = { readonly number: number; readonly withinMs: number };

type CallRow = {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly limit?: CallLimit;
  /** While one is answered, another is refused as `too-many-requests`, and does not count. */
  readonly oneAtATime?: true;
  /** What a person did, or waited for: it is a line of the log. Calls that come every few seconds are not. */
  readonly noted?: true;
};

/** What a window may ask of main, by name. */
export type CallTable = Readonly<Record<string, CallRow>>;

/** One function for each call of a table. */
export type HandlersOf<T extends CallTable> = {
  readonly [C in keyof T]: (
    input: z.infer<T[C]['input']>,
  ) => Promise<Result<z.infer<T[C]['output']>, Failure>>;
};

/** No input, or no output. */
export const nothing = z.void();
