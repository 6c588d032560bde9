import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freeTcpPort, freeUdpPort } from './free-port.ts';
import { startLivekit, type StartedLivekit } from './livekit.ts';

let livekit: StartedLivekit;
let udp: number;
beforeAll(async () => {
  udp = await freeUdpPort();
  livekit = await startLivekit({ ports: { http: await freeTcpPort(), udp } });
}, 300_000);
afterAll(() => livekit.stop());

/** All that the server says first to whoever enters, as text: a protobuf message keeps its strings readable. */
async function firstWords(room: string): Promise<string> {
  const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity: 'somebody' });
  token.addGrant({ roomJoin: true, room });
  const socket = new WebSocket(`${livekit.url}/rtc?access_token=${await token.toJwt()}&protocol=16`);
  socket.binaryType = 'arraybuffer';
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) =>
    resolve(Buffer.from(data).toString('latin1')),
  );
  socket.addEventListener('error', () => reject(new Error('refused')));
  return promise.finally(() => socket.close());
}

test('a participant is told of no STUN server but the one on this machine', async () => {
  await new RoomServiceClient(livekit.httpUrl, livekit.apiKey, livekit.apiSecret).createRoom({
    name: 'va-test',
  });
  const stun = (await firstWords('va-test')).match(/stuns?:[\w.:-]+/g);
  expect(stun).toHaveLength(1);
  expect(stun?.[0]).toMatch(/^stun:127\.0\.0\.1:/);
});

test('a room that nobody created cannot be entered', async () => {
  await expect(firstWords('va-never-created')).rejects.toThrow('refused');
});

test('the network does not reach the media port: on every other interface it is still free', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one?.family === 'IPv4' && !one.internal);
  for (const one of outside) {
    const socket = createSocket('udp4').bind(udp, one?.address);
    await expect(once(socket, 'listening')).resolves.toBeDefined();
    socket.close();
  }
});
