import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Between the app and LiveKit's WebSocket, unseen: it loses, cuts, and speaks for the server. */
export type Relay = {
  readonly port: number;
  to(port: number, host: string): void;
  /** Closes all that is under way. */
  cut(): void;
  /** Nothing passes any more, and nobody is told; until `go`. */
  stall(): void;
  go(): void;
  /** Has the server say this to all who are connected, in between what it says itself. */
  say(message: Uint8Array): void;
};

/** LiveKit's protocol, SignalResponse.leave (8) with its action (3). */
export const leaveRequest = (action: 'disconnect' | 'resume' | 'reconnect'): Uint8Array => {
  const number = { disconnect: 0, resume: 1, reconnect: 2 }[action];
  return Uint8Array.from([0x42, 2, 0x18, number]);
};

export async function startRelay(): Promise<Relay> {
  let target = { port: 0, host: '127.0.0.1' };
  let isStalled = false;
  const pairs = new Set<Pair>();
  const waiting = new Set<Socket>();
  const begin = (client: Socket): void => {
    const pair = join(client, connect(target));
    pairs.add(pair);
    client.once('close', () => pairs.delete(pair));
  };
  const relay = createServer((client) => {
    if (!isStalled) return begin(client);
    // Whoever knocks meanwhile knocks again until it is heard, as TCP does.
    waiting.add(client.on('error', () => client.destroy()).once('close', () => waiting.delete(client)));
    return undefined;
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  relay.unref();
  return {
    port: (relay.address() as AddressInfo).port,
    to: (port, host) => void (target = { port, host }),
    cut: () => pairs.forEach(({ client }) => client.resetAndDestroy()),
    stall() {
      isStalled = true;
      for (const { client, server } of pairs) [client, server].map((socket) => socket.pause());
    },
    go() {
      isStalled = false;
      for (const { client, server } of pairs) [client, server].map((socket) => socket.resume());
      waiting.forEach(begin);
      waiting.clear();
    },
    say: (message) => pairs.forEach((pair) => pair.say(message)),
  };
}

type Pair = { readonly client: Socket; readonly server: Socket; say(message: Uint8Array): void };

function join(client: Socket, server: Socket): Pair {
  const frames = followFrames();
  let unsaid: Uint8Array[] = [];
  const flush = (): void => {
    if (!frames.isBetween()) return;
    for (const message of unsaid) client.write(Buffer.from([0x82, message.length, ...message]));
    unsaid = [];
  };
  const end = (): void => {
    client.destroy();
    server.destroy();
  };
  client.pipe(server);
  server.on('data', (data: Buffer) => {
    frames.read(data);
    client.write(data);
    flush();
  });
  for (const socket of [client, server]) socket.on('error', end).on('close', end);
  return {
    client,
    server,
    say(message) {
      unsaid.push(message);
      flush();
    },
  };
}

/** Knows of a server's bytes, from the answer to the upgrade on, where one WebSocket message ends and the next begins. */
function followFrames(): { read(data: Buffer): void; isBetween(): boolean } {
  let rest = Buffer.alloc(0);
  let isUpgraded = false;
  let left = 0;
  return {
    isBetween: () => isUpgraded && left === 0 && rest.length === 0,
    read(data) {
      rest = Buffer.concat([rest, data]);
      if (!isUpgraded) {
        const end = rest.indexOf('\r\n\r\n');
        if (end === -1 || !rest.subarray(0, 12).toString().endsWith('101')) return;
        isUpgraded = true;
        rest = rest.subarray(end + 4);
      }
      for (;;) {
        const taken = Math.min(left, rest.length);
        left -= taken;
        rest = rest.subarray(taken);
        if (left > 0 || rest.length < 2) return;
        const short = (rest[1] ?? 0) & 127;
        const header = short === 127 ? 10 : short === 126 ? 4 : 2;
        if (rest.length < header) return;
        left = short === 127 ? Number(rest.readBigUInt64BE(2)) : short === 126 ? rest.readUInt16BE(2) : short;
        rest = rest.subarray(header);
      }
    },
  };
}
