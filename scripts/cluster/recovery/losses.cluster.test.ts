import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import { inACluster } from './in-a-cluster.ts';
import { emptyRedis, roomNow, roomsWithPeople } from './look-into.ts';
import { codeOf } from './code-of.ts';

// Ten people in a meeting, and everything around them dies once.

const { cluster, ten, survive, rulesHold } = inACluster('losses');

test.each(['service-a', 'service-b', 'redis-service'] as const)(
  'nobody hears that %s was killed and came back',
  async (name) => {
    expect(await survive(`${name} killed`, () => cluster().kill(name))).toEqual([]);
    expect(await ten().silences(() => cluster().restart(name))).toEqual([]);
    await rulesHold();
  },
);

test('nobody hears that the media servers’ Redis is away, and all are back soon after it is', async () => {
  expect(await survive('redis-livekit killed', () => cluster().kill('redis-livekit'))).toEqual([]);
  // What a node could not say through Redis for 1.5 s (`signal_relay`) it gives up: on a busy machine some connect anew.
  const silences = await survive('redis-livekit back', () => cluster().restart('redis-livekit'));
  expect(Math.max(0, ...silences)).toBeLessThan(15_000);
  await rulesHold();
  // Its nodes make themselves known every two seconds: before that LiveKit places no room, and nobody can open a meeting.
  const call = meetingCalls(cluster().serviceUrl);
  const open = async (): Promise<string> => {
    const { participationToken } = await call('openMeeting', {});
    await call('endMeeting', {}, participationToken);
    return 'opened';
  };
  await expect.poll(() => open().catch(String), { timeout: 10_000 }).toBe('opened');
});

test('everybody is back after the load balancer was killed and started again', async () => {
  const silences = await survive('nginx killed, back after 1 s', async () => {
    await cluster().kill('nginx');
    await sleep(1000);
    await cluster().restart('nginx');
  });
  expect(Math.max(0, ...silences)).toBeLessThan(15_000);
  await rulesHold();
});

test.each(['livekit-a', 'livekit-b'] as const)('everybody is back after %s was killed', async (name) => {
  const silences = await survive(`${name} killed`, () => cluster().kill(name));
  // The goal is five seconds; what fails here is a way back that is broken, not a machine that is busy.
  expect(Math.max(0, ...silences)).toBeLessThan(15_000);
  await rulesHold();
  // Nobody is moved back.
  expect(await ten().silences(() => cluster().restart(name))).toEqual([]);
});

test('when the media servers’ Redis has lost its data, whoever comes gets in, and all are together', async () => {
  await emptyRedis(cluster(), 'redis-livekit');
  // Until its nodes have made themselves known again LiveKit places no room at all.
  await survive('LiveKit’s Redis emptied, somebody comes back', async () => {
    const comeBack = (): Promise<string> => roomNow(cluster(), ten().opened).catch(() => '');
    await expect.poll(comeBack, { timeout: 10_000 }).not.toBe('');
  });
  await rulesHold();
  const all = { [await roomNow(cluster(), ten().opened)]: 10 };
  await expect.poll(() => roomsWithPeople(cluster()), { timeout: 15_000 }).toEqual(all);
});

test('when the service’s Redis has lost its data links are dead, and the meeting goes on to its end', async () => {
  expect(await survive('the service’s Redis emptied', () => emptyRedis(cluster(), 'redis-service'))).toEqual(
    [],
  );
  const call = meetingCalls(cluster().serviceUrl);
  await expect(call('lookUp', { code: codeOf(ten().opened) })).rejects.toThrow('meeting-over');
  for (const { over } of ten().clients) expect(over()).toBeNull();
});
