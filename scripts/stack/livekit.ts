import { randomBytes } from 'node:crypto';
import { relayPeers } from '../deploy/relay-peers.ts';
import type { Log } from '../log.ts';
import { resolveLivekit } from '../runtimes/livekit.ts';
import { openGuard, type Guard } from '../supervision/guard.ts';
import { createProgram, type Program } from '../supervision/program.ts';
import { freeTcpPort, freeUdpPort } from './free-port.ts';

type LivekitPorts = { readonly http: number; readonly udp: number; readonly tcp?: number };
type LivekitKeys = { readonly apiKey: string; readonly apiSecret: string };
export type LivekitServer = LivekitKeys & {
  readonly url: string;
  readonly httpUrl: string;
  readonly program: Program;
};

const throwAwayKeys = (): LivekitKeys => ({
  apiKey: `API${randomBytes(6).toString('hex')}`,
  apiSecret: randomBytes(32).toString('base64url'),
});

const freePorts = async (): Promise<LivekitPorts> => ({
  http: await freeTcpPort(),
  udp: await freeUdpPort(),
  tcp: await freeTcpPort(),
});

const loopback = '127.0.0.1';

/** All on loopback, but for a server in a network of its own. JSON is YAML, which the server reads. */
function configuration(
  { http, udp, tcp }: LivekitPorts,
  { apiKey, apiSecret }: LivekitKeys,
  {
    webhookUrl,
    redisPort,
    turn,
    network,
  }: Pick<LivekitRequest, 'webhookUrl' | 'redisPort' | 'turn' | 'network'>,
): string {
  const address = network?.address ?? loopback;
  const peers = relayPeers([address]);
  return JSON.stringify({
    port: http,
    bind_addresses: [address],
    rtc: {
      tcp_port: network && tcp ? tcp : 0, // media over TCP listen on every interface
      udp_port: udp,
      use_external_ip: false,
      ips: { includes: [`${address}/32`] }, // without it the UDP port is open on every interface, whatever node_ip says
      node_ip: address,
      enable_loopback_candidate: address === loopback,
      // livekit-server 1.13 hands public STUN servers to clients unless it has one of its own to name, and an empty list
      // counts as none (pkg/service/roommanager.go, iceServersForParticipant): on loopback nobody needs one, and nobody
      // answers at this one. Not its media port: Chromium 130 takes every packet from a STUN server's address for an
      // answer of that server, and drops the media's (UDPPort::OnReadPacket).
      stun_servers: [`${address}:${http}`],
    },
    keys: { [apiKey]: apiSecret },
    // The service lets callers speak whom it had muted while they waited.
    room: { auto_create: false, enable_remote_unmute: true },
    ...(redisPort === undefined ? {} : { redis: { address: `127.0.0.1:${redisPort}` } }),
    ...(turn === undefined
      ? {}
      : {
          turn: {
            enabled: true,
            domain: turn.address,
            bind_addresses: [turn.address],
            tls_port: 443, // clients are always told this one
            cert_file: turn.certFile,
            key_file: turn.keyFile,
            allow_restricted_peer_cidrs: peers.allowed,
            deny_peer_cidrs: peers.denied,
          },
        }),
    ...(webhookUrl === undefined ? {} : { webhook: { api_key: apiKey, urls: [webhookUrl] } }),
  });
}

/** A network namespace of this machine with an address in it: there also media over TCP reach nobody else. Root's alone. */
export type MediaNetwork = { readonly namespace: string; readonly address: string };
/** TURN over TLS on port 443 of an address of loopback, or of the server's own network: for those who have no other way to the media. */
export type TurnTls = { readonly address: string; readonly certFile: string; readonly keyFile: string };
type LivekitRequest = {
  readonly executable: string;
  readonly guard: Guard;
  readonly log: Log;
  readonly ports?: LivekitPorts | undefined;
  readonly keys?: LivekitKeys | undefined;
  /** Where it says who comes, goes and sends. */
  readonly webhookUrl?: string | undefined;
  /** Of a Redis on loopback, without which there is no telephone. */
  readonly redisPort?: number | undefined;
  readonly turn?: TurnTls | undefined;
  readonly network?: MediaNetwork | undefined;
  readonly onDeath?: (how: string) => void;
};

/** Starts a LiveKit server on given ports, or on free ones: then on others again if somebody was faster. */
export async function launchLivekit(request: LivekitRequest): Promise<LivekitServer> {
  const keys = request.keys ?? throwAwayKeys();
  for (let attempt = 1; ; attempt += 1) {
    const ports = request.ports ?? (await freePorts());
    const { network } = request;
    const host = `${network?.address ?? loopback}:${ports.http}`;
    const httpUrl = `http://${host}`;
    const program = createProgram(
      {
        name: 'LiveKit',
        ...(network
          ? { command: 'ip', args: ['netns', 'exec', network.namespace, request.executable] }
          : { command: request.executable, args: [] }),
        // In the environment, not on the command line, which every user of the machine can read.
        env: { ...process.env, LIVEKIT_CONFIG: configuration(ports, keys, request) },
        isReady: () => answers(httpUrl),
        readyWithinMs: 20_000,
      },
      request,
    );
    try {
      await program.start();
      return { ...keys, url: `ws://${host}`, httpUrl, program };
    } catch (error) {
      if (request.ports || attempt === 3) throw error;
      request.log('LiveKit did not start on the ports that were free a moment ago; others are tried.');
    }
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  );

export type StartedLivekit = LivekitKeys & {
  readonly url: string;
  readonly httpUrl: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/** A LiveKit server of one's own, for tests and tools; it ends with `stop()` or with the process that asked for it. */
export async function startLivekit({
  log = () => undefined,
  ports,
  keys,
  webhookUrl,
  redisPort,
}: {
  readonly log?: Log;
  readonly ports?: LivekitPorts;
  readonly keys?: LivekitKeys;
  readonly webhookUrl?: string;
  readonly redisPort?: number;
} = {}): Promise<StartedLivekit> {
  const { path: executable } = await resolveLivekit({ log });
  const guard = openGuard();
  try {
    const { program, ...server } = await launchLivekit({
      executable,
      guard,
      log,
      ports,
      keys,
      webhookUrl,
      redisPort,
    });
    const stop = async (): Promise<void> => {
      await program.stop(0);
      await guard.close();
    };
    return { ...server, pid: program.pid(), stop };
  } catch (error) {
    await guard.close();
    throw error;
  }
}
