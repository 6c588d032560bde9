import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { TokenVerifier } from 'livekit-server-sdk';
import { expect, test } from 'vitest';
import { connectMediaServer } from './media-server.ts';
import { createLog } from '../operation/log.ts';

const apiSecret = 'a secret of more than thirty-two characters';
const lines = new PassThrough().setEncoding('utf8');
const media = connectMediaServer({
  // The discard port: nobody answers there.
  apiUrl: 'http://127.0.0.1:9',
  apiKey: 'key',
  apiSecret,
  clock: Date.now,
  log: createLog(lines),
});
const marie = { identity: 'id', displayName: 'Marie', role: 'participant', verified: 'guest' } as const;
const rights = {
  mayHear: true,
  sources: ['microphone', 'camera', 'screen_share', 'screen_share_audio'],
  attributes: { 'visio.role': 'participant', 'visio.verified': 'guest', 'visio.hand': '' },
} as const;

test('a media token lets one person into one room, to speak and be seen, and gives no other power', async () => {
  const token = await media.signToken('va-test-x', marie, rights, 60);
  const claims = await new TokenVerifier('key', apiSecret).verify(token);
  expect(claims.video).toEqual({
    room: 'va-test-x',
    roomJoin: true,
    canPublish: true,
    canPublishSources: ['microphone', 'camera', 'screen_share', 'screen_share_audio'],
    canSubscribe: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
  expect(claims).toMatchObject({
    sub: 'id',
    name: 'Marie',
    attributes: { 'visio.role': 'participant', 'visio.verified': 'guest' },
  });
  expect((claims.exp ?? 0) - (claims.nbf ?? 0)).toBe(60);
});

test('a LiveKit that is not there is media-unreachable, and the log says why without a secret', async () => {
  const room = { name: 'va-test-x', maxParticipants: 5, metadata: '' };
  const answers = [
    await media.createRoom(room),
    await media.listRooms(),
    await media.deleteRoom('va-test-x'),
  ];
  for (const answer of answers) expect(answer).toEqual({ ok: false, error: 'media-unreachable' });
  const log = String(lines.read());
  expect(log).toContain('createRoom');
  expect(log).not.toContain(apiSecret);
  expect(log).not.toMatch(/eyJ/);
});

test('a LiveKit that takes the call and says nothing is waited for no longer than a second where somebody waits', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const quiet = connectMediaServer({
    apiUrl: `http://127.0.0.1:${port}`,
    apiKey: 'key',
    apiSecret,
    clock: Date.now,
    log: createLog(new PassThrough().resume()),
  });
  const room = { name: 'va-test-x', maxParticipants: 5, metadata: '' };
  expect(await quiet.createRoom(room, 'quickly')).toEqual({ ok: false, error: 'node-silent' });
  silent.closeAllConnections();
  silent.close();
});
