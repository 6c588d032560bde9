import { expect, test } from 'vitest';
import type { NetworkCheckGrant } from '../../shared/network-check.ts';
import { onWebhook } from '../meetings/enforcing/on-webhook.ts';
import { startTestService, type TestService } from '../testing/test-service.ts';
import { isNetworkCheckRoom } from './network-check-room.ts';

const path = '/api/v1/network-check';
const ask = (service: TestService, remoteAddress = '127.0.0.1') => service.post(path, {}, { remoteAddress });
const checkRooms = ({ media }: TestService) =>
  [...media.rooms.keys()].filter((name) => isNetworkCheckRoom(name, 'test'));

test('whoever asks gets a room alone, to speak and nothing else, for a minute', async () => {
  const service = await startTestService();
  const answer = await ask(service);
  const grant = answer.json<NetworkCheckGrant>();
  expect([answer.statusCode, Object.keys(grant).toSorted()]).toEqual([
    200,
    ['endsAt', 'livekitToken', 'livekitUrl'],
  ]);
  expect(Date.parse(grant.endsAt) - service.clock.now).toBe(60_000);
  const [, room = '', identity = '', ttl] = grant.livekitToken.split(' ');
  expect([checkRooms(service), ttl]).toEqual([[room], '60']);
  expect(service.media.rights.get(identity)).toEqual({
    mayHear: false,
    sources: ['microphone'],
    attributes: {},
  });
});

test('the room ends after its minute, not before', async () => {
  const service = await startTestService();
  await ask(service);
  service.clock.pass(59_999);
  await service.sweep();
  expect(checkRooms(service)).toHaveLength(1);
  service.clock.pass(1);
  await service.deps.networkChecks.endDue();
  expect(checkRooms(service)).toEqual([]);
});

test('a room whose instance died, or that LiveKit did not end when asked, is ended by the next comparison of rooms', async () => {
  const service = await startTestService();
  await ask(service);
  service.media.fails = (call) => call.startsWith('deleteRoom');
  service.clock.pass(60_000);
  await service.sweep();
  expect(checkRooms(service)).toHaveLength(1);
  service.media.fails = () => false;
  const calls = service.media.calls.length;
  await service.deps.networkChecks.endDue();
  expect(service.media.calls).toHaveLength(calls);
  await service.sweep();
  expect(checkRooms(service)).toEqual([]);
});

test("other instances' rooms are left alone, also where one's name begins as ours does", async () => {
  const service = await startTestService();
  const other = await startTestService({ VISIO_INSTANCE_NAME: 'test-check' });
  await ask(other);
  const meeting = await other.open();
  const theirs = [...other.media.rooms.keys()];
  for (const name of theirs) service.media.rooms.set(name, new Set());
  service.clock.pass(3_600_000);
  await service.sweep();
  expect([meeting.meeting.role, theirs.length, [...service.media.rooms.keys()]]).toEqual([
    'moderator',
    2,
    theirs,
  ]);
});

test('no meeting: nothing of it is counted, kept, watched or audited, and what LiveKit tells of it is nothing to us', async () => {
  const service = await startTestService({ VISIO_METRICS: 'true' });
  await ask(service);
  const [room = ''] = checkRooms(service);
  service.media.rooms.get(room)?.add('somebody');
  await service.sweep();
  const calls = service.media.calls.length;
  const person = {
    identity: 'somebody',
    name: '',
    sid: 'PA_1',
    onTelephone: false,
    rights: 'others',
    tracks: [],
  } as const;
  for (const kind of ['came', 'sends', 'left', 'room-made', 'room-gone'] as const)
    await onWebhook(service.deps, { id: kind, at: service.clock.now, kind, room, person });
  expect(service.media.calls).toHaveLength(calls);
  expect([await service.deps.store.backlog(), await service.deps.store.roomsToDelete()]).toEqual([
    { meetings: 0, overdueMs: 0 },
    [],
  ]);
  const metrics = await service.app.inject({ url: '/metrics', headers: { host: '127.0.0.1:8080' } });
  expect(metrics.body).toContain('visio_people_present 0');
  expect(service.audited).toEqual([]);
  expect(service.log()).not.toContain(room);
});

test('the operator says how many checks one address gets a minute', async () => {
  const service = await startTestService({ VISIO_MAX_NETWORK_CHECKS_PER_MINUTE: '2' });
  const statuses = [];
  for (let n = 0; n < 3; n += 1) statuses.push((await ask(service, '192.0.2.1')).statusCode);
  expect(statuses).toEqual([200, 200, 429]);
});

test('one address gets so many a minute, an instance has so many at a time, and either says when to ask again', async () => {
  const service = await startTestService();
  const statuses = async (address: string, times: number) => {
    const all = [];
    for (let n = 0; n < times; n += 1) all.push((await ask(service, address)).statusCode);
    return all.filter((status) => status === 200).length;
  };
  expect(await statuses('192.0.2.1', 40)).toBe(30);
  const hasty = await ask(service, '192.0.2.1');
  expect([hasty.statusCode, hasty.headers['retry-after'], hasty.json().type]).toEqual([
    429,
    '60',
    'urn:visio-agents:failure:too-many-requests',
  ]);
  service.clock.pass(20_000);
  for (const last of [2, 3, 4, 5, 6]) expect(await statuses(`192.0.2.${last}`, 30)).toBe(30);
  expect(await statuses('192.0.2.7', 30)).toBe(20);
  const busy = await ask(service, '192.0.2.8');
  expect([busy.statusCode, busy.headers['retry-after'], busy.json().type]).toEqual([
    503,
    '40',
    'urn:visio-agents:failure:service-busy',
  ]);
  service.clock.pass(40_000);
  await service.sweep();
  expect(checkRooms(service)).toHaveLength(170);
  expect(await statuses('192.0.2.1', 1)).toBe(1);
});

test('where LiveKit does not answer the check is refused, and what it may have made all the same is taken away', async () => {
  const service = await startTestService();
  service.media.fails = (call) => call.startsWith('createRoom');
  const answer = await ask(service);
  expect([answer.statusCode, answer.headers['retry-after'], answer.json().type]).toEqual([
    503,
    '5',
    'urn:visio-agents:failure:media-unreachable',
  ]);
  service.media.fails = () => false;
  await service.deps.networkChecks.endDue();
  expect(service.media.calls.at(-1)).toMatch(/^deleteRoom va-test-check/);
});

test('an instance that goes away takes its rooms with it', async () => {
  const service = await startTestService();
  await ask(service);
  await service.app.close();
  expect(checkRooms(service)).toEqual([]);
});
