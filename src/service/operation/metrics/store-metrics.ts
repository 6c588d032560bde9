import { Gauge } from 'prom-client';
import type { MeetingStore } from '../../meetings/store/meeting-store.ts';
import type { Metrics } from './metrics.ts';

/** The same store, with what is claimed counted. */
export const countClaims = (
  store: MeetingStore,
  { reconciliations }: Pick<Metrics, 'reconciliations'>,
): MeetingStore => ({
  ...store,
  async claimDue(most) {
    const claims = await store.claimDue(most);
    reconciliations.inc(claims.length);
    return claims;
  },
});

type Deps = {
  readonly store: Pick<MeetingStore, 'backlog' | 'expectedRooms' | 'drift' | 'shift'>;
  readonly silentFor: () => number;
  readonly maxMeetings: number;
};

/** What the store alone knows; answers the function that asks it, to be called whenever somebody collects. */
export function registerStoreMetrics(
  { registry }: Pick<Metrics, 'registry'>,
  { store, silentFor, maxMeetings }: Deps,
): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const up = gauge('visio_store_up', 'Whether the store answers');
  const open = gauge('visio_meetings_open', 'Open meetings, of all instances together');
  const present = gauge('visio_people_present', 'People in the rooms of all open meetings');
  const overdue = gauge(
    'visio_looks_overdue_seconds',
    'For how long the most overdue meeting has waited to be looked after',
  );
  gauge('visio_meetings_allowed', 'How many meetings may be open at once').set(maxMeetings);
  const drift = gauge('visio_clock_drift_seconds', "How far this machine's clock is ahead of the store's");
  const shift = gauge(
    'visio_store_clock_shift_seconds',
    "How far Redis's clock was set while meetings were open, which do not follow it",
  );
  const silent = gauge('visio_livekit_silent_seconds', 'Since LiveKit last did what it was asked');
  return async () => {
    drift.set(store.drift() / 1000);
    shift.set(-store.shift() / 1000);
    silent.set(silentFor() / 1000);
    try {
      const [backlog, rooms] = await Promise.all([store.backlog(), store.expectedRooms()]);
      open.set(backlog.meetings);
      overdue.set(backlog.overdueMs / 1000);
      present.set([...rooms.values()].reduce((sum, room) => sum + room.present, 0));
      up.set(1);
    } catch {
      // An old value must not look like a current one.
      for (const unknown of [open, overdue, present]) unknown.set(Number.NaN);
      up.set(0);
    }
  };
}
