import { useSyncExternalStore } from 'react';
import type { InRoom } from '../meeting/meeting-store.ts';
import { msLeft } from '../meeting/time-left.ts';

const everySecond = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
};

/** Minutes until the meeting's end by the service's clock, rounded up; renders once a minute. */
export const useMinutesLeft = ({ admission, skewMs }: InRoom): number =>
  useSyncExternalStore(everySecond, () =>
    Math.ceil(msLeft(admission.meeting.expiresAt, Date.now(), skewMs) / 60_000),
  );
