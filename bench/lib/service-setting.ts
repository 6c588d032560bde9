import { RoomServiceClient } from 'livekit-server-sdk';
import { startLivekit } from '../../scripts/stack/livekit.ts';
import { startRedis } from '../../scripts/stack/redis.ts';
import { crowdMedia, type CrowdedMedia } from './crowded-media.ts';
import { startServiceProcess, type ServiceProcess } from '../../src/service/testing/service-process.ts';

/** The meeting service as an operator runs it: over Redis, beside a LiveKit server; one instance, without nginx. */
export type ServiceSetting = {
  readonly service: ServiceProcess;
  /** The media server itself, for what its API takes when it is called directly. */
  readonly livekit: RoomServiceClient;
  /** What the service asks instead of the media server, if that was wished for. */
  readonly crowd: CrowdedMedia;
  close(): Promise<void>;
};

type Wish = {
  /** Variables of the service. */
  readonly environment: NodeJS.ProcessEnv;
  /** Let the service's requests to the media server be counted, which slows them down. */
  readonly crowded?: boolean;
};

export async function openServiceSetting({ environment, crowded = false }: Wish): Promise<ServiceSetting> {
  const livekit = await startLivekit();
  const redis = await startRedis({ appendOnly: true });
  const crowd = await crowdMedia(livekit.httpUrl);
  const service = await startServiceProcess({
    ...environment,
    VISIO_REDIS_URL: redis.url,
    VISIO_LIVEKIT_API_URL: crowded ? crowd.url : livekit.httpUrl,
    VISIO_LIVEKIT_PUBLIC_URL: livekit.url,
    VISIO_LIVEKIT_API_KEY: livekit.apiKey,
    VISIO_LIVEKIT_API_SECRET: livekit.apiSecret,
  });
  return {
    service,
    livekit: new RoomServiceClient(livekit.httpUrl, livekit.apiKey, livekit.apiSecret),
    crowd,
    async close() {
      await service.stop('SIGTERM');
      crowd.close();
      await livekit.stop();
      await redis.stop();
    },
  };
}
