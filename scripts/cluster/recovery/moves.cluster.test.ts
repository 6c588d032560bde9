import { expect, test } from 'vitest';
import type { Admission } from '../../../src/shared/meeting.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import { isRunning } from '../../supervision/testing/processes.ts';
import { inACluster } from './in-a-cluster.ts';
import { drain, emptyRedis, roomIn, roomNow, roomsWithPeople } from './look-into.ts';

// Ten people in a meeting upon node b, which is taken away from them in order, at once, or in LiveKit's memory only.

const { cluster, ten, survive, rulesHold } = inACluster('moves');

test('a node that is stopped in order is left by its meetings first, and gets no new ones', async () => {
  await survive('node a stopped in order', () => drain(cluster(), 'livekit-a'));
  await rulesHold();
  await cluster().restart('livekit-a');
  const call = meetingCalls(cluster().serviceUrl);
  const opened: Admission[] = [];
  await survive('node b stopped in order', async () => {
    const drained = drain(cluster(), 'livekit-b');
    for (let n = 0; n < 5; n += 1) opened.push(await call('openMeeting', {}));
    console.log(`node b was empty, and gone, after ${((await drained) / 1000).toFixed(1)} s`);
  });
  await rulesHold();
  for (const each of opened) {
    expect(await roomNow(cluster(), each)).toBe(roomIn(each));
    await call('endMeeting', {}, each.participationToken);
  }
  await cluster().restart('livekit-b');
});

test('people whom a node sends away, because it is to stop at once, come back', async () => {
  await drain(cluster(), 'livekit-a');
  await cluster().restart('livekit-a');
  await survive('node b stopped at once (SERVER_SHUTDOWN)', async () => {
    const pid = cluster().pidOf('livekit-b');
    cluster().terminate('livekit-b');
    cluster().terminate('livekit-b');
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  });
  await rulesHold();
  await cluster().restart('livekit-b');
});

test('a room that only its node remembers is left for another, or becomes known again: all are together', async () => {
  await drain(cluster(), 'livekit-a');
  const call = meetingCalls(cluster().serviceUrl);
  const unvisited = await call('openMeeting', {});
  await survive('LiveKit’s Redis emptied under the last node', async () => {
    await emptyRedis(cluster(), 'redis-livekit');
    for (const each of [unvisited, ten().opened]) {
      const comeBack = (): Promise<string> => roomNow(cluster(), each).catch(() => '');
      await expect.poll(comeBack, { timeout: 10_000 }).not.toBe('');
    }
  });
  await rulesHold();
  // Nobody was in there, so that LiveKit had no reason to write it down again: its node alone would answer for it.
  expect(await roomNow(cluster(), unvisited)).not.toBe(roomIn(unvisited));
  const all = { [await roomNow(cluster(), ten().opened)]: 10 };
  await expect.poll(() => roomsWithPeople(cluster()), { timeout: 15_000 }).toEqual(all);
  await call('endMeeting', {}, unvisited.participationToken);
  await cluster().restart('livekit-a');
});
