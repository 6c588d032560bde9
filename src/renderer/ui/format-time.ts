import type { Language } from '../../shared/settings/settings.ts';

const minute = 60_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** An instant (RFC 3339) on the clock of this computer's time zone: « 9 h 05 », "9:05". */
export function formatClockTime(instant: string, language: Language): string {
  const date = new Date(instant);
  const minutes = two(date.getMinutes());
  return language === 'fr' ? `${date.getHours()}\u00a0h\u00a0${minutes}` : `${date.getHours()}:${minutes}`;
}

/** A length in ms, in whole minutes: « 3 h 52 », "3 h 52 min"; « moins d'une minute » below one. */
export function formatDuration(ms: number, language: Language): string {
  const minutes = Math.floor(ms / minute);
  if (minutes < 1) return language === 'fr' ? "moins d'une minute" : 'less than a minute';
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  if (rest === 0) return `${hours}\u00a0h`;
  return language === 'fr'
    ? `${hours}\u00a0h\u00a0${two(rest)}`
    : `${hours}\u00a0h\u00a0${two(rest)}\u00a0min`;
}
