import type { MediaServer } from '../livekit/media-server.ts';
import type { MeetingStore } from '../meetings/store/meeting-store.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { watchMedia } from './metrics/media-metrics.ts';
import { describeStore, watchClaims } from './metrics/store-metrics.ts';
import { createReadiness, type Readiness } from './readiness.ts';

/** What an operator is told of this process. */
export type Watch = {
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** Brings the metrics up to date that are not counted as things happen. */
  readonly refresh: () => Promise<void>;
};

type Deps = {
  readonly store: MeetingStore;
  readonly media: MediaServer;
  readonly maxMeetings: number;
  /** Ms since any moment. */
  readonly monotonic: () => number;
};

/** Store and LiveKit as they are, but counted and timed, with what is known by it. */
export function watchOver({ store, media, maxMeetings, monotonic }: Deps): {
  readonly watch: Watch;
  readonly store: MeetingStore;
  readonly media: MediaServer;
} {
  const metrics = createMetrics();
  const watched = watchMedia(media, metrics, monotonic);
  return {
    watch: {
      metrics,
      readiness: createReadiness({ store, ...watched }),
      refresh: describeStore(metrics, { store, silentFor: watched.silentFor, maxMeetings }),
    },
    store: watchClaims(store, metrics),
    media: watched.media,
  };
}
