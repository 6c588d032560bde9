const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** RFC 3339 in UTC with milliseconds, the only way a time is written on the wire; `at` in ms since 1970. */
export const writeInstant = (at: number): string => new Date(at).toISOString();

/** Ms since 1970; null for whatever is no time, or is written in another way. */
export function readInstant(text: unknown): number | null {
  if (typeof text !== 'string' || !pattern.test(text)) return null;
  const at = Date.parse(text);
  // V8 reads the 30th of February as the 2nd of March.
  return !Number.isNaN(at) && writeInstant(at) === text ? at : null;
}
