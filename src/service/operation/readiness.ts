import type { MediaServer } from '../livekit/media-server.ts';
import type { MeetingStore } from '../meetings/store/meeting-store.ts';

type ReadinessReport = {
  readonly ready: boolean;
  /** Seconds that this machine's clock is ahead of the store's. */
  readonly drift: number;
  readonly store: boolean;
  readonly media: boolean;
  readonly leaving: boolean;
};

export type Readiness = {
  check(): Promise<ReadinessReport>;
  /** From now on this instance is not ready: it is about to stop. */
  leave(): void;
};

/** If LiveKit answered this recently (ms), it need not be asked. */
const freshMs = 10_000;
/** A check answers after this long (ms), whatever happens. */
const patienceMs = 1500;

type Deps = {
  readonly store: Pick<MeetingStore, 'isReachable' | 'drift'>;
  readonly media: Pick<MediaServer, 'listRooms'>;
  /** Ms since LiveKit last answered. */
  readonly silentFor: () => number;
};

/**
 * Whether a load balancer should send people here. A wrong clock is reported but is no reason to stay away: nothing
 * here depends on it, and if the store's machine is the wrong one, all instances would leave at once.
 */
export function createReadiness({ store, media, silentFor }: Deps): Readiness {
  let leaving = false;
  let asking: Promise<boolean> | null = null;

  // A room that never exists: without a name LiveKit would list them all.
  async function askMedia(): Promise<boolean> {
    const answer = await media.listRooms(['none']);
    return answer.ok;
  }
  function mediaAnswers(): Promise<boolean> {
    if (silentFor() < freshMs) return Promise.resolve(true);
    asking ??= askMedia().finally(() => (asking = null));
    return inTime(asking);
  }

  return {
    async check() {
      const [reachable, answers] = await Promise.all([inTime(store.isReachable()), mediaAnswers()]);
      return {
        ready: reachable && answers && !leaving,
        drift: store.drift() / 1000,
        store: reachable,
        media: answers,
        leaving,
      };
    },
    leave() {
      leaving = true;
    },
  };
}

async function inTime(answer: Promise<boolean>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patienceMs);
  answer.then(resolve, () => resolve(false));
  return promise.finally(() => clearTimeout(timer));
}
