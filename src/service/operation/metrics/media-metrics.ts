import type { Result } from '../../../shared/result.ts';
import type { MediaServer } from '../../livekit/media-server.ts';
import type { Metrics } from './metrics.ts';

export type MeasuredMedia = {
  readonly media: MediaServer;
  /** Ms since LiveKit last did what it was asked, or since the beginning. */
  readonly silentFor: () => number;
};

type Call = (...args: readonly never[]) => Promise<Result<unknown, unknown>>;

/** The same LiveKit, with each call counted and timed. `monotonic` is ms since any moment. */
export function measureMedia(
  media: MediaServer,
  { media: seconds, mediaFailures }: Pick<Metrics, 'media' | 'mediaFailures'>,
  monotonic: () => number,
): MeasuredMedia {
  let answeredAt = monotonic();
  const measured = (call: string, ask: Call): Call => {
    seconds.zero({ call });
    mediaFailures.inc({ call }, 0);
    return async (...args) => {
      const end = seconds.startTimer({ call });
      const answer = await ask(...args).finally(end);
      if (answer.ok) answeredAt = monotonic();
      else mediaFailures.inc({ call });
      return answer;
    };
  };
  const { signToken, ...calls } = media;
  const all = Object.entries(calls).map(([call, ask]) => [call, measured(call, ask as Call)]);
  return {
    // Each member is the one of that name with the same arguments and answer.
    media: { ...(Object.fromEntries(all) as Omit<MediaServer, 'signToken'>), signToken },
    silentFor: () => monotonic() - answeredAt,
  };
}
