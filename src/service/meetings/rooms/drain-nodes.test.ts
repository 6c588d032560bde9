import { expect, test } from 'vitest';
import { bearer, roomOf, startTestService, type TestService } from '../../testing/test-service.ts';
import { drainNodes } from './drain-nodes.ts';

/** One pass of an instance while these rooms are upon a node that is to stop. */
const pass = ({ deps }: TestService, ...rooms: readonly string[]): Promise<void> =>
  drainNodes(deps, {
    roomsToMove: () => Promise.resolve({ lost: [], planned: rooms }),
    close: () => undefined,
  });

test('a meeting upon a node that is to stop moves to another room, and what it left stands until people have gone', async () => {
  const service = await startTestService();
  const [moved, stays] = [await service.open(), await service.open()];
  await pass(service, roomOf(moved));
  const rooms = [...service.media.rooms.keys()];
  expect(rooms).toEqual([roomOf(moved), roomOf(stays), expect.any(String)]);
  const back = await service.post('/api/v1/participation/rejoin', {}, bearer(moved));
  expect(roomOf(back.json())).toBe(rooms[2]);
  await service.sweep();
  expect([...service.media.rooms.keys()]).toEqual([roomOf(stays), rooms[2]]);
});

test('rooms of nobody, and of other services, are left alone', async () => {
  const service = await startTestService();
  await service.open();
  const before = service.media.calls.length;
  await pass(service, 'va-other-0123456789', 'a-room-of-somebody');
  expect(service.media.calls).toHaveLength(before);
});

test('a full node is left by some meetings at a time', async () => {
  const service = await startTestService();
  const opened = [];
  for (let n = 0; n < 30; n += 1) opened.push(await service.open());
  await pass(service, ...opened.map(roomOf));
  expect(service.media.rooms.size).toBe(30 + 20);
});

test('nothing moves while LiveKit’s Redis does not answer, or no node takes the meeting', async () => {
  const service = await startTestService();
  const opened = await service.open();
  const silent = { roomsToMove: () => Promise.reject(new Error('down')), close: () => undefined };
  await drainNodes(service.deps, silent);
  service.media.fails = (call) => call.startsWith('createRoom');
  await pass(service, roomOf(opened));
  expect([...service.media.rooms.keys()]).toEqual([roomOf(opened)]);
  service.media.fails = () => false;
  service.clock.pass(500);
  await pass(service, roomOf(opened));
  expect(service.media.rooms.size).toBe(2);
});
