import { decodeJwt } from 'jose';
import { RoomServiceClient } from 'livekit-server-sdk';
import { expect } from 'vitest';
import type { Admission } from '../../../src/shared/meeting.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import { peopleInRoom } from '../../probe/people-in-room.ts';
import { askRedis } from '../../stack/ask-redis.ts';
import { isRunning } from '../../supervision/testing/processes.ts';
import type { Cluster } from '../start-cluster.ts';

/** As a disk that was lost. */
export async function emptyRedis(cluster: Cluster, name: 'redis-livekit' | 'redis-service'): Promise<void> {
  const { port, password } = new URL(cluster.urlOf(name));
  const login = password === '' ? [] : [`AUTH ${decodeURIComponent(password)}`];
  expect(await askRedis(Number(port), [...login, 'FLUSHALL'])).toContain('+OK');
}

/** How many people are in each room that has some, by name. What was made in vain and is empty goes after a minute. */
export async function roomsWithPeople(cluster: Cluster): Promise<Readonly<Record<string, number>>> {
  const rooms = new RoomServiceClient(cluster.livekitApiUrl, cluster.apiKey, cluster.apiSecret);
  const names = (await rooms.listRooms()).map(({ name }) => name);
  const people = names.map(async (name) => [name, (await peopleInRoom(rooms, name)).length] as const);
  return Object.fromEntries((await Promise.all(people)).filter(([, count]) => count > 0));
}

/** Tells the node to stop, as `systemctl stop` does, and waits until it has; what it took in ms. */
export async function drain(cluster: Cluster, node: 'livekit-a' | 'livekit-b'): Promise<number> {
  const startedAt = performance.now();
  const pid = cluster.pidOf(node);
  cluster.terminate(node);
  await expect.poll(() => isRunning(pid), { timeout: 60_000, interval: 50 }).toBe(false);
  return performance.now() - startedAt;
}

/** LiveKit's name of the room that the meeting has now. */
export async function roomNow({ serviceUrl }: Cluster, { participationToken }: Admission): Promise<string> {
  const back = await meetingCalls(serviceUrl)('rejoin', {}, participationToken);
  return 'livekitToken' in back ? roomIn(back) : '';
}

export const roomIn = ({ livekitToken }: Pick<Admission, 'livekitToken'>): string =>
  decodeJwt<{ video: { room: string } }>(livekitToken).video.room;
