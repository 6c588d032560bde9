import type { Language } from '../settings.ts';

/** « 4 h 38 », « 38 min »; minutes are rounded up, so that a meeting of 280 minutes starts at « 4 h 40 ». */
export function sayDuration(ms: number, language: Language): string {
  const minutes = Math.max(0, Math.ceil(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  // No-break spaces: a duration never wraps between its number and its unit.
  if (hours === 0) return `${minutes}\u00a0min`;
  const rest = String(minutes % 60).padStart(2, '0');
  return language === 'fr' ? `${hours}\u00a0h\u00a0${rest}` : `${hours}\u00a0h\u00a0${rest}\u00a0min`;
}

/** « 13 h 52 » or "13:52". `timeZone` is an IANA name; this computer's when left out. */
export function sayTimeOfDay(date: Date, language: Language, timeZone?: string): string {
  const { hour, minute } = partsOf(date, timeZone);
  return language === 'fr' ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;
}

/** « 22/11/2026 », the same for both languages of the invitation. */
export function sayDate(date: Date, timeZone?: string): string {
  const { day, month, year } = partsOf(date, timeZone);
  return `${day}/${month}/${year}`;
}

/** « UTC+1 »: who reads the invitation may live in another time zone than who sent it. */
export function sayOffset(date: Date, timeZone?: string): string {
  const format = new Intl.DateTimeFormat('fr', { timeZoneName: 'shortOffset', ...zone(timeZone) });
  return format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
}

const zone = (timeZone: string | undefined): { timeZone?: string } =>
  timeZone === undefined ? {} : { timeZone };

function partsOf(date: Date, timeZone: string | undefined): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    ...zone(timeZone),
  });
  return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
}
