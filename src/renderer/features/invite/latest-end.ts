import { words } from '../../../shared/words/words.ts';

/** When a meeting ends at the latest, for somebody who may read it in another country. */
export type LatestEnd = {
  /** « 22/11/2026 » */
  readonly date: string;
  /** « 13 h 52 » */
  readonly french: string;
  /** "13:52" */
  readonly english: string;
  /** « UTC+1 » */
  readonly offset: string;
};

/** `timeZone` is an IANA name; this computer's when left out. */
export function latestEnd(expiresAt: string, timeZone?: string): LatestEnd {
  const format = new Intl.DateTimeFormat('en-GB', {
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const { day, month, year, hour = '', minute = '' } = partsOf(format, expiresAt);
  return {
    date: `${day}/${month}/${year}`,
    french: words.fr.times.clock(hour, minute),
    english: words.en.times.clock(hour, minute),
    offset: offsetOf(expiresAt, timeZone),
  };
}

function offsetOf(expiresAt: string, timeZone: string | undefined): string {
  const format = new Intl.DateTimeFormat('fr', {
    timeZoneName: 'shortOffset',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return partsOf(format, expiresAt).timeZoneName ?? 'UTC';
}

const partsOf = (format: Intl.DateTimeFormat, instant: string): Partial<Record<string, string>> =>
  Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
