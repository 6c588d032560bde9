import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOidcProvider, type TestProvider } from '../../../src/service/testing/oidc-provider.ts';
import { freeTcpPorts } from '../../stack/free-port.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import type { Doors } from './everywhere.ts';
import { people } from './known-meeting.ts';

/** A cluster with everything on that writes something down: sign-in, telephone, metrics, audit. */
export type ListeningCluster = {
  readonly cluster: Cluster;
  readonly provider: TestProvider;
  readonly doors: Doors;
  /** Where each program is asked for its metrics. */
  readonly metrics: readonly string[];
  /** The folder of all that was written; it outlives the cluster. */
  readonly logs: string;
  stop(): Promise<void>;
};

export async function startListeningCluster(): Promise<ListeningCluster> {
  const provider = await startOidcProvider({
    [people.account]: { name: people.agent, email: people.email, visio: { roles: ['agent'] } },
  });
  const logs = await mkdtemp(path.join(tmpdir(), 'visio-agents-canary-'));
  const [http = 0, https = 0, metricsA = 0, metricsB = 0] = await freeTcpPorts(4);
  const service = {
    ...(provider.environment() as Record<string, string>),
    VISIO_TRUST_PROXY: '127.0.0.1/32',
    // Each refusal is to be its own, not « too many ».
    VISIO_MAX_FAILURES_PER_MINUTE: '0',
    // LiveKit keeps rules for a trunk that it does not have.
    VISIO_SIP_TRUNK_ID: 'ST_canary',
    VISIO_SIP_NUMBER: '+33 1 23 45 67 89',
  };
  const cluster = await startCluster({
    logs,
    settings: {
      HTTP_PORT: String(http),
      HTTPS_PORT: String(https),
      LIVEKIT_A_METRICS_PORT: String(metricsA),
      LIVEKIT_B_METRICS_PORT: String(metricsB),
    },
    environments: { 'service-a': service, 'service-b': service },
  });
  const here = (port: number): string => `http://127.0.0.1:${port}`;
  const collected = [cluster.urlOf('service-a'), cluster.urlOf('service-b'), here(metricsA), here(metricsB)];
  return {
    cluster,
    provider,
    doors: {
      service: cluster.serviceUrl,
      media: cluster.livekitUrl.replace('ws:', 'http:'),
      internal: cluster.livekitApiUrl,
      http: here(http),
      https: here(https),
    },
    metrics: collected.map((url) => `${url}/metrics`),
    logs,
    async stop() {
      await cluster.stop();
      await provider.stop();
      await rm(logs, { recursive: true, force: true });
    },
  };
}
