import type { ClusterPrograms } from '../runtimes/cluster-programs.ts';
import { root } from '../app/build.ts';
import type { Settings } from '../deploy/settings.ts';
import { freeTcpPorts, freeUdpPort } from '../stack/free-port.ts';

/** Every port of a cluster on this machine. */
export type ClusterPorts = Awaited<ReturnType<typeof findPorts>>;

export async function findPorts() {
  const [
    service = 0,
    media = 0,
    internal = 0,
    http = 0,
    https = 0,
    livekitA = 0,
    livekitB = 0,
    metricsA = 0,
    metricsB = 0,
    redisLivekit = 0,
    redisService = 0,
    serviceA = 0,
    serviceB = 0,
  ] = await freeTcpPorts(13);
  const [udpA, udpB] = [await freeUdpPort(), await freeUdpPort()];
  return {
    /** Where clients come in. */
    doors: { service, media, internal, http, https },
    livekit: { a: livekitA, b: livekitB, metricsA, metricsB, udpA, udpB },
    redis: { livekit: redisLivekit, service: redisService },
    service: { a: serviceA, b: serviceB },
  };
}

type Place = {
  readonly ports: ClusterPorts;
  readonly programs: ClusterPrograms;
  /** The filled `config`, what the programs keep, their logs. */
  readonly directories: { readonly config: string; readonly data: string; readonly logs: string };
  readonly user: string;
};

const here = '127.0.0.1';

/** What a cluster on this machine has other than an operator's. Over plain http, which is allowed on loopback only. */
export function loopbackSettings({ ports, programs, directories, user }: Place): Settings {
  const { doors, livekit, redis, service } = ports;
  const { config, data, logs } = directories;
  const node = (letter: 'A' | 'B', port: number, metrics: number, udp: number): Settings => ({
    [`LIVEKIT_${letter}_ADDRESS`]: here,
    [`LIVEKIT_${letter}_PORT`]: String(port),
    [`LIVEKIT_${letter}_METRICS_PORT`]: String(metrics),
    [`LIVEKIT_${letter}_PUBLIC_IP`]: here,
    [`LIVEKIT_${letter}_MEDIA_IP`]: here,
    [`LIVEKIT_${letter}_UDP_PORT`]: String(udp),
    // Media over TCP would listen on every interface.
    [`LIVEKIT_${letter}_TCP_PORT`]: '0',
    // Nobody answers there, and nobody needs an answer. Not the media port: see scripts/stack/livekit.ts.
    [`LIVEKIT_${letter}_STUN`]: `["${here}:${port}"]`,
    [`LIVEKIT_${letter}_TURN_ADDRESS`]: here,
  });
  return {
    PUBLIC_URL: `http://${here}:${doors.service}`,
    PUBLIC_HOST: here,
    PUBLIC_AUTHORITY: `${here}:${doors.service}`,
    MEDIA_URL: `ws://${here}:${doors.media}`,
    MEDIA_HOST: 'localhost',
    LISTEN_V4: here,
    LISTEN_V6: '127.0.0.2', // also this machine alone, and there where IPv6 is not
    HTTP_PORT: String(doors.http),
    HTTPS_PORT: String(doors.https),
    TLS_CERTIFICATE: `${config}/tls.crt`,
    TLS_KEY: `${config}/tls.key`,
    INTERNAL_LISTEN: `${here}:${doors.internal}`,
    INTERNAL_URL: `http://${here}:${doors.internal}`,
    NGINX_ACCESS_LOG: `${logs}/nginx.log`,
    NGINX_USER: user,
    NGINX_DIR: `${data}/nginx`,
    NGINX_PID: `${data}/nginx/nginx.pid`,
    NGINX_CONNECTIONS: '4096',
    ...node('A', livekit.a, livekit.metricsA, livekit.udpA),
    ...node('B', livekit.b, livekit.metricsB, livekit.udpB),
    TURN_ENABLED: 'false',
    LOOPBACK_MEDIA: 'true',
    LIVEKIT_REDIS_HOST: here,
    LIVEKIT_REDIS_PORT: String(redis.livekit),
    LIVEKIT_REDIS_DIR: `${data}/redis-livekit`,
    SERVICE_REDIS_HOST: here,
    SERVICE_REDIS_PORT: String(redis.service),
    SERVICE_REDIS_DIR: `${data}/redis-service`,
    SERVICE_A_HOST: here,
    SERVICE_A_PORT: String(service.a),
    SERVICE_B_HOST: here,
    SERVICE_B_PORT: String(service.b),
    // Without sign-in the service believes no proxy: all clients are 127.0.0.1 to it.
    VISIO_AUTH: 'none',
    VISIO_TRUST_PROXY: '',
    VISIO_INSTANCE_NAME: 'cluster',
    VISIO_OIDC_ISSUER: '',
    VISIO_OIDC_AUDIENCE: '',
    VISIO_OIDC_CLIENT_ID: '',
    VISIO_OIDC_NAME_CLAIM: '',
    VISIO_A_AUDIT_FILE: `${logs}/audit-a.jsonl`,
    VISIO_B_AUDIT_FILE: `${logs}/audit-b.jsonl`,
    CONFIG_DIR: config,
    INSTALL_DIR: root,
    NODE: process.execPath,
    LIVEKIT_SERVER: programs.livekit,
    // Under its own name, which decides what it is.
    REDIS_SERVER: `${data}/bin/redis-server`,
    NGINX: programs.nginx,
  };
}

/** nginx's doors without TLS, beside those of the operator's configuration. */
export const plainDoors = ({ doors }: ClusterPorts, config: string): string => `
server {
  listen ${here}:${doors.service};
  include ${config}/nginx-service.conf;
}
server {
  listen ${here}:${doors.media};
  include ${config}/nginx-media.conf;
}
`;
