import type { Language } from '../../shared/settings/settings.ts';
import { words } from '../../shared/words/words.ts';

const minute = 60_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** An instant (RFC 3339) on the clock of this computer's time zone: « 9 h 05 », "9:05". */
export function formatClockTime(instant: string, language: Language): string {
  const date = new Date(instant);
  return words[language].times.clock(String(date.getHours()), two(date.getMinutes()));
}

/** A length in ms, in whole minutes: « 3 h 52 », "3 h 52 min"; « moins d'une minute » below one. */
export function formatDuration(ms: number, language: Language): string {
  const { times } = words[language];
  const minutes = Math.floor(ms / minute);
  if (minutes < 1) return times.underOneMinute;
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return times.minutes(String(minutes));
  const rest = minutes % 60;
  return rest === 0 ? times.hours(String(hours)) : times.hoursAndMinutes(String(hours), two(rest));
}
