import type { TimeWords } from '../fr/times.ts';

export const timesEn: TimeWords = {
  clock: (hour, minute) => `${hour}:${minute}`,
  underOneMinute: 'less than a minute',
  minutes: (minutes) => `${minutes}\u00a0min`,
  hours: (hours) => `${hours}\u00a0h`,
  hoursAndMinutes: (hours, minutes) => `${hours}\u00a0h\u00a0${minutes}\u00a0min`,
};
