import { setTimeout as sleep } from 'node:timers/promises';
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
  /** The instance dies as by `kill -9`; after `awayMs` another starts at its address, over the same Redis. */
  replaceService(awayMs: number): Promise<void>;
  close(): Promise<void>;
};

type Options = {
  /** Variables of the service. */
  readonly environment: NodeJS.ProcessEnv;
  /** Let the service's requests to the media server be counted, which slows them down. */
  readonly crowded?: boolean;
};

export async function openServiceSetting({ environment, crowded = false }: Options): Promise<ServiceSetting> {
  const livekit = await startLivekit();
  const redis = await startRedis({ appendOnly: true });
  const crowd = await crowdMedia(livekit.httpUrl);
  const variables = {
    ...environment,
    VISIO_REDIS_URL: redis.url,
    VISIO_LIVEKIT_API_URL: crowded ? crowd.url : livekit.httpUrl,
    VISIO_LIVEKIT_PUBLIC_URL: livekit.url,
    VISIO_LIVEKIT_API_KEY: livekit.apiKey,
    VISIO_LIVEKIT_API_SECRET: livekit.apiSecret,
  };
  const service = await startServiceProcess(variables);
  let running = service;
  return {
    service,
    livekit: new RoomServiceClient(livekit.httpUrl, livekit.apiKey, livekit.apiSecret),
    crowd,
    async replaceService(awayMs) {
      await running.stop('SIGKILL');
      await sleep(awayMs);
      running = await startServiceProcess(variables, service.url);
    },
    async close() {
      await running.stop('SIGTERM');
      crowd.close();
      await livekit.stop();
      await redis.stop();
    },
  };
}
