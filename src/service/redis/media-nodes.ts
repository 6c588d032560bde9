import { proto3, type Message } from '@bufbuild/protobuf';
import { createClient, RESP_TYPES } from '@redis/client';
import type { Log } from '../log.ts';
import type { MediaNodes } from '../meetings/empty-nodes.ts';

// LiveKit 1.13: pkg/routing/redisrouter.go, and `Node` of livekit_internal.proto. Of its members these two are read.
const nodesKey = 'nodes';
const roomNodesKey = 'room_node_map';
type Node = Message & { readonly id: string; readonly state: number };
const nodeType = proto3.makeMessageType('livekit.Node', () => [
  { no: 1, name: 'id', kind: 'scalar', T: 9 /* string */ },
  { no: 6, name: 'state', kind: 'scalar', T: 5 /* int32, as an enum is written */ },
]);
const shuttingDown = 2;

const commandTimeoutMs = 2000;
const retryMs = 1000;

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

  return {
    async roomsToMove() {
      const nodes = (await binary.hVals(nodesKey)).map((bytes) => nodeType.fromBinary(bytes) as Node);
      const leaving = new Set(nodes.filter(({ state }) => state === shuttingDown).map(({ id }) => id));
      if (leaving.size === 0) return [];
      const places = await client.hGetAll(roomNodesKey);
      return Object.keys(places).filter((room) => leaving.has(places[room] ?? ''));
    },
    close() {
      if (client.isOpen) client.destroy();
    },
  };
}
