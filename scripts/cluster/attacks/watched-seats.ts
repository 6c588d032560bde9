import { setTimeout as sleep } from 'node:timers/promises';
import { takenSeats } from '../../../src/service/meetings/meeting-state.ts';
import type { Admission } from '../../../src/shared/meeting.ts';
import { roomsWithPeople, storedMeeting } from '../recovery/look-into.ts';
import type { Cluster } from '../start-cluster.ts';

/** Looks again and again at how many seats are taken, and at how many people are in a room. */
export type WatchedSeats = {
  /** People in the fullest room, when it was last looked at. */
  readonly inside: () => number;
  readonly stop: () => Promise<{
    readonly mostSeats: number;
    readonly mostInside: number;
    readonly samples: number;
  }>;
};

const pauseMs = 20;

export function watchSeats(cluster: Cluster, opened: Admission): WatchedSeats {
  const stopped = new AbortController();
  const seen = { mostSeats: 0, mostInside: 0, samples: 0 };
  let inside = 0;
  const watchStore = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const taken = takenSeats(await storedMeeting(cluster, opened), Date.now());
      seen.mostSeats = Math.max(seen.mostSeats, taken);
      seen.samples += 1;
      await sleep(pauseMs);
    }
  };
  const watchRooms = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      // LiveKit is away for a while: nobody is in a room then.
      const rooms = await roomsWithPeople(cluster).catch(() => ({}));
      inside = Math.max(0, ...Object.values(rooms));
      seen.mostInside = Math.max(seen.mostInside, inside);
      await sleep(pauseMs);
    }
  };
  const watching = Promise.all([watchStore(), watchRooms()]);
  return {
    inside: () => inside,
    async stop() {
      stopped.abort();
      await watching;
      return seen;
    },
  };
}
