import { askUnderName } from './ask-under-name.ts';
import { isRedisReady } from '../stack/ask-redis.ts';
import type { ClusterFiles } from './prepare-files.ts';

/** The programs of a cluster, in the order in which they start. */
export const memberNames = [
  'redis-livekit',
  'redis-service',
  'livekit-a',
  'livekit-b',
  'service-a',
  'service-b',
  'nginx',
] as const;
export type MemberName = (typeof memberNames)[number];

type Member = {
  /** The file in `deploy/systemd`, and what stands for its `%i`. */
  readonly unit: string;
  readonly instance: string;
  readonly url: string;
  readonly isReady: (pid: number) => Promise<boolean>;
  /** What ends it in order, and how long that may take; LiveKit would wait for its rooms to empty. */
  readonly stopWithinMs: number;
};

export function describeMembers({ ports, settings, secrets }: ClusterFiles): Record<MemberName, Member> {
  const { PUBLIC_AUTHORITY: host = '', INTERNAL_URL: internal = '' } = settings;
  const http = (port: number): string => `http://127.0.0.1:${port}`;
  const redis = (name: 'livekit' | 'service', port: number, password = ''): Member => ({
    unit: `visio-redis-${name}.service`,
    instance: '',
    url: `redis://:${password}@127.0.0.1:${port}`,
    isReady: (pid) => isRedisReady(port, pid, [`AUTH ${password}`]),
    stopWithinMs: 1000,
  });
  const livekit = (instance: 'a' | 'b'): Member => {
    const url = http(ports.livekit[instance]);
    return { unit: 'visio-livekit@.service', instance, url, isReady: () => answers(url), stopWithinMs: 0 };
  };
  const service = (instance: 'a' | 'b'): Member => {
    const url = http(ports.service[instance]);
    const isReady = (): Promise<boolean> => answers(`${url}/healthz`, 200, host);
    return { unit: 'visio-service@.service', instance, url, isReady, stopWithinMs: 3000 };
  };
  return {
    'redis-livekit': redis('livekit', ports.redis.livekit, secrets['LIVEKIT_REDIS_PASSWORD']),
    'redis-service': redis('service', ports.redis.service, secrets['SERVICE_REDIS_PASSWORD']),
    'livekit-a': livekit('a'),
    'livekit-b': livekit('b'),
    'service-a': service('a'),
    'service-b': service('b'),
    nginx: {
      unit: 'visio-nginx.service',
      instance: '',
      url: settings['PUBLIC_URL'] ?? '',
      // Its own answer: whether those behind it are there is not its readiness.
      isReady: () => answers(internal, 404),
      stopWithinMs: 1000,
    },
  };
}

/** Whether it answers with this status, to a request under this name. */
const answers = (url: string, status = 200, host = new URL(url).host): Promise<boolean> =>
  askUnderName(url, host, { signal: AbortSignal.timeout(1000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.status === status;
    },
    () => false,
  );
