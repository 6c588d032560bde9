import { announcedMinutes } from '../meeting/time-left.ts';

export type Banner =
  | 'connection-lost'
  | 'microphone-lost'
  | 'service-unreachable'
  | 'sound-blocked'
  | 'sign-in-expired'
  | 'time-left';

/** The minutes left that are announced now; null most of the time. `minutes` are rounded up. */
export const announcedNow = (minutes: number): number | null =>
  announcedMinutes.find((announced) => announced === minutes) ?? null;

/** One at a time, the gravest first. `closedAt` is the announcement that the user has closed. */
export function chooseBanner(now: {
  readonly reconnecting: boolean;
  readonly microphoneLost: boolean;
  readonly serviceReachable: boolean;
  readonly soundBlocked: boolean;
  readonly signInExpired: boolean;
  readonly minutesLeft: number;
  readonly closedAt: number | null;
}): Banner | null {
  if (now.reconnecting) return 'connection-lost';
  if (now.microphoneLost) return 'microphone-lost';
  if (now.soundBlocked) return 'sound-blocked';
  if (!now.serviceReachable) return 'service-unreachable';
  if (now.signInExpired) return 'sign-in-expired';
  const announced = announcedNow(now.minutesLeft);
  return announced !== null && announced !== now.closedAt ? 'time-left' : null;
}
