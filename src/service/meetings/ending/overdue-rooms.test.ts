import { expect, test } from 'vitest';
import { limits } from '../../../shared/meeting-limits.ts';
import { roomOf, startTestService } from '../../testing/test-service.ts';
import { deadlineOf } from '../../../shared/room-metadata.ts';
import { endOverdueRooms, endOverdueWithoutStore } from './overdue-rooms.ts';

test('while the store is away a meeting ends at its deadline, and none before its own', async () => {
  let isReachable = true;
  const service = await startTestService({}, undefined, { isReachable: async () => isReachable });
  const first = await service.open();
  service.clock.pass(60_000);
  const second = await service.open();
  const rooms = () => [...service.media.rooms.keys()];

  service.clock.pass(limits.maxMinutes * 60_000 - 60_000);
  await endOverdueWithoutStore(service.deps);
  expect(rooms()).toEqual([roomOf(first), roomOf(second)]);
  isReachable = false;
  service.clock.now -= 1;
  await endOverdueWithoutStore(service.deps);
  expect(rooms()).toEqual([roomOf(first), roomOf(second)]);
  service.clock.pass(1);
  await endOverdueWithoutStore(service.deps);
  expect(rooms()).toEqual([roomOf(second)]);
});

test('a room that does not say when it ends, or is another service’s, is left alone; a check without an end is not', async () => {
  const { deps, media } = await startTestService();
  const name = (instance: string) => `va-${instance}-${'0'.repeat(32)}`;
  const check = `va-test-check${'0'.repeat(32)}`;
  const past = JSON.stringify({ v: 1, expiresAt: '2020-01-01T00:00:00.000Z' });
  expect(deadlineOf(past)).not.toBeNull();
  const list = [
    { name: name('test'), metadata: '' },
    { name: name('other'), metadata: past },
    { name: name('test-other'), metadata: past },
    { name: 'somebody-elses', metadata: past },
    { name: `va-test-${'1'.repeat(32)}`, metadata: past },
    { name: check, metadata: '' },
  ].map(({ name: roomName, metadata }) => ({
    name: roomName,
    metadata,
    sid: 'RM',
    participants: 1,
    createdAt: 0,
  }));
  const ended: string[] = [];
  const wrong = {
    ...media,
    listRooms: async () => ({ ok: true, value: list }) as const,
    deleteRoom: async (room: string) => {
      ended.push(room);
      return { ok: true, value: undefined } as const;
    },
  };
  expect(await endOverdueRooms({ ...deps, media: wrong }, Date.UTC(2026, 10, 30))).toBe(true);
  expect(ended).toEqual([`va-test-${'1'.repeat(32)}`, check]);
});

test('what LiveKit did not do is said', async () => {
  const service = await startTestService();
  await service.open();
  const late = service.clock.now + 281 * 60_000;
  service.media.fails = (call) => call.startsWith('deleteRoom');
  expect(await endOverdueRooms(service.deps, late)).toBe(false);
  service.media.fails = (call) => call.startsWith('listRooms');
  expect(await endOverdueRooms(service.deps, late)).toBe(false);
  service.media.fails = () => false;
  expect(await endOverdueRooms(service.deps, late)).toBe(true);
});
