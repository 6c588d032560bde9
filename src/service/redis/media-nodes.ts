import { proto3, type Message } from '@bufbuild/protobuf';
import { createClient, RESP_TYPES } from '@redis/client';
import type { Log } from '../operation/log.ts';
import type { MediaNodes } from '../meetings/rooms/drain-nodes.ts';
import { createHeartbeatWatch } from './node-heartbeats.ts';

// LiveKit 1.13: pkg/routing/redisrouter.go, and `Node` of livekit_internal.proto. Of its members these are read.
const nodesKey = 'nodes';
const roomNodesKey = 'room_node_map';
type Node = Message & {
  readonly id: string;
  readonly stats?: { readonly updatedAt: bigint };
  readonly state: number;
};
const statsType = proto3.makeMessageType('livekit.NodeStats', () => [
  { no: 2, name: 'updated_at', kind: 'scalar', T: 3 /* int64 */ },
]);
const nodeType = proto3.makeMessageType('livekit.Node', () => [
  { no: 1, name: 'id', kind: 'scalar', T: 9 /* string */ },
  { no: 4, name: 'stats', kind: 'message', T: statsType },
  { no: 6, name: 'state', kind: 'scalar', T: 5 /* int32, as an enum is written */ },
]);
const shuttingDown = 2;

const commandTimeoutMs = 2000;
const retryMs = 1000;
/** A meeting that must move learns of it within this time plus the interval of the service's own task (ms). */
const lookEveryMs = 500;

/** Connects in the background: a service starts without LiveKit's Redis too. */
export function connectMediaNodes(url: string, log: Log): MediaNodes {
  const client = createClient({
    url,
    name: 'visio-agents',
    disableOfflineQueue: true,
    commandOptions: { timeout: commandTimeoutMs },
    socket: { connectTimeout: 2000, reconnectStrategy: () => retryMs },
  });
  let complained = false;
  client.on('error', (error: Error) => {
    if (!complained) log.warn({ cause: error.message }, 'LiveKit’s Redis does not answer');
    complained = true;
  });
  client.on('ready', () => (complained = false));
  void client.connect().catch(() => undefined);
  const binary = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  const heartbeats = createHeartbeatWatch();
  let silent: ReadonlySet<string> = new Set();
  let leaving: ReadonlySet<string> = new Set();

  async function look(): Promise<void> {
    const nodes = (await binary.hVals(nodesKey)).map((bytes) => nodeType.fromBinary(bytes) as Node);
    const beats = nodes.map(({ id, stats }) => ({ id, at: stats?.updatedAt ?? 0n }));
    silent = new Set(heartbeats.observe(beats, performance.now()));
    leaving = new Set(nodes.filter(({ state }) => state === shuttingDown).map(({ id }) => id));
  }
  let timer: NodeJS.Timeout;
  // Without this knowledge meetings stay where they are.
  const forget = (): void => void ([silent, leaving] = [new Set(), new Set()]);
  const lookAgain = (): void =>
    void look()
      .catch(forget)
      .finally(() => (timer = setTimeout(lookAgain, lookEveryMs).unref()));
  lookAgain();

  return {
    async roomsToMove() {
      if (leaving.size + silent.size === 0) return { lost: [], planned: [] };
      const places = Object.entries(await client.hGetAll(roomNodesKey));
      const roomsUpon = (isMeant: (node: string) => boolean): string[] =>
        places.filter(([, node]) => isMeant(node)).map(([room]) => room);
      return {
        lost: roomsUpon((node) => silent.has(node)),
        planned: roomsUpon((node) => leaving.has(node) && !silent.has(node)),
      };
    },
    close() {
      clearTimeout(timer);
      if (client.isOpen) client.destroy();
    },
  };
}
