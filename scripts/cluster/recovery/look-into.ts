import { decodeJwt } from 'jose';
import { RoomServiceClient } from 'livekit-server-sdk';
import { expect } from 'vitest';
import { meetingState, type MeetingState } from '../../../src/service/meetings/meeting-state.ts';
import { keysOf } from '../../../src/service/redis/keys.ts';
import type { Admission } from '../../../src/shared/meeting.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import { peopleInRoom } from '../../probe/people-in-room.ts';
import { askRedis } from '../../stack/ask-redis.ts';
import { isRunning } from '../../supervision/testing/processes.ts';
import type { Cluster } from '../start-cluster.ts';

type Redis = 'redis-livekit' | 'redis-service';

async function ask(cluster: Cluster, name: Redis, command: string): Promise<string> {
  const { port, password } = new URL(cluster.urlOf(name));
  const login = password === '' ? [] : [`AUTH ${decodeURIComponent(password)}`];
  return askRedis(Number(port), [...login, command]);
}

/** As a disk that was lost. */
export async function emptyRedis(cluster: Cluster, name: Redis): Promise<void> {
  expect(await ask(cluster, name, 'FLUSHALL')).toContain('+OK');
}

/** The meeting as the service has stored it. */
export async function storedMeeting(cluster: Cluster, { meeting }: Admission): Promise<MeetingState> {
  const answer = await ask(cluster, 'redis-service', `HGET ${keysOf('cluster').meeting(meeting.id)} doc`);
  return meetingState.parse(JSON.parse(/^\{.*\}/m.exec(answer)?.[0] ?? 'null'));
}

/** Bytes of that document. */
export async function documentSize(cluster: Cluster, { meeting }: Admission): Promise<number> {
  const length = `HSTRLEN ${keysOf('cluster').meeting(meeting.id)} doc`;
  return Number(/:(\d+)/.exec(await ask(cluster, 'redis-service', length))?.[1]);
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
