import type { MediaServer } from '../livekit/media-server.ts';
import type { MeetingStore } from '../meetings/store/meeting-store.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { measureMedia } from './metrics/media-metrics.ts';
import { registerStoreMetrics, countClaims } from './metrics/store-metrics.ts';
import { createReadiness, type Readiness } from './readiness.ts';

/** What an operator can learn about this process. */
export type Monitoring = {
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

/** Wraps store and LiveKit so that their calls are counted and timed. */
export function createMonitoring({ store, media, maxMeetings, monotonic }: Deps): {
  readonly monitoring: Monitoring;
  readonly store: MeetingStore;
  readonly media: MediaServer;
} {
  const metrics = createMetrics();
  const measured = measureMedia(media, metrics, monotonic);
  return {
    monitoring: {
      metrics,
      readiness: createReadiness({ store, ...measured }),
      refresh: registerStoreMetrics(metrics, { store, silentFor: measured.silentFor, maxMeetings }),
    },
    store: countClaims(store, metrics),
    media: measured.media,
  };
}
