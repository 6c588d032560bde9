/** A time of day and lengths of time; hours and minutes come as digits. */
export const timesFr = {
  /** « 9 h 05 », of « 9 » or « 09 » and « 05 ». */
  clock: (hour: string, minute: string) => `${Number(hour)}\u00a0h\u00a0${minute}`,
  underOneMinute: "moins d'une minute",
  minutes: (minutes: string) => `${minutes}\u00a0min`,
  hours: (hours: string) => `${hours}\u00a0h`,
  /** « 3 h 05 », of « 3 » and « 05 ». */
  hoursAndMinutes: (hours: string, minutes: string) => `${hours}\u00a0h\u00a0${minutes}`,
};
export type TimeWords = typeof timesFr;
