import { DisconnectReason, LeaveRequest, LeaveRequest_Action } from '@livekit/protocol';
import { expect, test } from 'vitest';
import { admission } from '../../meeting/testing/fake-meeting.ts';
import { renderInRoom } from '../testing/render-in-room.tsx';
import { connectionOf, createMediaRoom } from './connect-room.ts';

const connected = async () => {
  const page = await renderInRoom(null);
  return { ...page, connection: connectionOf(page.room) };
};

test('a media server that is not there is no connection, and no error that quotes the token', async () => {
  const connection = connectionOf(createMediaRoom(''));
  expect(await connection.connect({ ...admission, livekitUrl: 'wss://nobody.example' })).toBe(false);
});

test.each([
  [DisconnectReason.DUPLICATE_IDENTITY, 'replaced'],
  [DisconnectReason.SERVER_SHUTDOWN, 'lost'],
  [DisconnectReason.PARTICIPANT_REMOVED, 'lost'],
] as const)('a connection that ends for reason %i is %s', async (reason, loss) => {
  const { connection, server } = await connected();
  const lost = connection.lost();
  server.send({ case: 'leave', value: new LeaveRequest({ reason, action: LeaveRequest_Action.DISCONNECT }) });
  expect(await lost).toBe(loss);
});

test('trouble counts from when it began, and is over when nobody asks any more', async () => {
  const { connection, losesConnection } = await connected();
  const stop = new AbortController();
  expect(connection.isTroubled()).toBe(false);
  let isTold = false;
  const troubled = connection.troubledFor(60_000, stop.signal).then(() => (isTold = true));
  await losesConnection();
  expect(connection.isTroubled()).toBe(true);
  expect(isTold).toBe(false);
  stop.abort();
  await troubled;
  await connection.troubledFor(0, new AbortController().signal);
});
