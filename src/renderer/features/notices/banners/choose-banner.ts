import { announcedMinutes } from '../../meeting/time-left.ts';
import type { OwnVoice } from '../use-own-voice.ts';

export type Banner =
  | 'connection-lost'
  | 'microphone-lost'
  | 'nobody-hears'
  | 'speaking-muted'
  | 'service-unreachable'
  | 'sound-blocked'
  | 'sign-in-expired'
  | 'came-as-guest'
  | 'time-left'
  | 'headset-found';

/** The minutes left that are announced now; null most of the time. `minutes` are rounded up. */
export const announcedNow = (minutes: number): number | null =>
  announcedMinutes.find((announced) => announced === minutes) ?? null;

/** One at a time, the gravest first. `closedAt` is the announcement that the user has closed. */
export function chooseBanner(now: {
  readonly reconnecting: boolean;
  readonly microphoneLost: boolean;
  readonly voice: OwnVoice;
  readonly serviceReachable: boolean;
  readonly soundBlocked: boolean;
  readonly signInExpired: boolean;
  readonly cameAsGuest: boolean;
  readonly minutesLeft: number;
  readonly closedAt: number | null;
  readonly headsetFound: boolean;
}): Banner | null {
  if (now.reconnecting) return 'connection-lost';
  if (now.microphoneLost) return 'microphone-lost';
  if (now.voice === 'unheard') return 'nobody-hears';
  if (now.voice === 'speaking-muted') return 'speaking-muted';
  if (now.soundBlocked) return 'sound-blocked';
  if (!now.serviceReachable) return 'service-unreachable';
  if (now.signInExpired) return 'sign-in-expired';
  const announced = announcedNow(now.minutesLeft);
  if (announced !== null && announced !== now.closedAt) return 'time-left';
  if (now.cameAsGuest) return 'came-as-guest';
  return now.headsetFound ? 'headset-found' : null;
}
