import { useSyncExternalStore } from 'react';
import { pageClock } from '../../ui/page-clock.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import { msLeft } from '../meeting/time-left.ts';
import { useStay } from './stay-context.ts';

const everySecond = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
};

/** Minutes until the meeting's end by the service's clock, rounded up; renders once a minute. */
export function useMinutesLeft(): number {
  const { meeting } = useStay();
  const minutes = (skewMs: number): number =>
    Math.ceil(msLeft(meeting.expiresAt, pageClock(), skewMs) / 60_000);
  const { getState } = useMeetingStore();
  return useSyncExternalStore(everySecond, () => minutes(getState().skewMs));
}
