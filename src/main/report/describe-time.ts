/** « 2026-11-23 09:12:03 » of an ISO 8601 time, which is in UTC as all of the report. */
export const describeTime = (at: string): string => at.slice(0, 19).replace('T', ' ');
