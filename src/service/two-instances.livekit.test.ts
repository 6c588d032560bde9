import { TrackSource } from '@livekit/rtc-node';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterWithMedia } from '../../scripts/probe/media-person.ts';
import { freeTcpPort } from '../../scripts/stack/free-port.ts';
import { startLivekit, type StartedLivekit } from '../../scripts/stack/livekit.ts';
import { startRedis, type StartedRedis } from '../../scripts/stack/redis.ts';
import type { Admission, Waiting } from '../shared/meeting.ts';
import type { Moderation } from '../shared/moderation.ts';
import { eventsPath } from '../shared/meeting-events.ts';
import { startServiceProcess, type ServiceProcess } from './testing/service-process.ts';

// Two instances over one Redis; LiveKit tells only the second what happens.

let livekit: StartedLivekit;
let redis: StartedRedis;
let one: ServiceProcess;
let two: ServiceProcess;
beforeAll(async () => {
  const url = `http://127.0.0.1:${await freeTcpPort()}`;
  [livekit, redis] = await Promise.all([
    startLivekit({ webhookUrl: `${url}/livekit/webhook` }),
    startRedis(),
  ]);
  const environment = {
    VISIO_REDIS_URL: redis.url,
    VISIO_LIVEKIT_API_URL: livekit.httpUrl,
    VISIO_LIVEKIT_PUBLIC_URL: livekit.url,
    VISIO_LIVEKIT_API_KEY: livekit.apiKey,
    VISIO_LIVEKIT_API_SECRET: livekit.apiSecret,
  };
  [one, two] = await Promise.all([startServiceProcess(environment), startServiceProcess(environment, url)]);
}, 300_000);
afterAll(async () => {
  await Promise.all([one.stop('SIGTERM'), two.stop('SIGTERM')]);
  await Promise.all([livekit.stop(), redis.stop()]);
});

const soon = { timeout: 1000, interval: 20 };

/** Events as they arrive on a stream of the second instance. */
async function* events({
  participationToken,
}: Pick<Admission, 'participationToken'>): AsyncGenerator<string> {
  const headers = { authorization: `Bearer ${participationToken}` };
  const answer = await fetch(two.url + eventsPath, { headers });
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? [])
    for (const event of decoder.decode(chunk).split('\n\n')) if (event !== '') yield event;
}

test('what a moderator decides at one instance is heard, kept and enforced by the other', async () => {
  const opener = await one.open();
  const moderate = (wish: Moderation) =>
    one.post('/api/v1/participation/moderate', wish, opener.participationToken);
  await moderate({ action: 'set-waiting-room', on: true });
  const answer = await two.join(opener.meeting.links.participant);
  expect(answer.status).toBe(202);
  const guest = (await answer.json()) as Waiting;
  const heard = events(guest);
  expect((await heard.next()).value).toBe(': ping');
  await moderate({ action: 'admit', target: 'all' });
  expect((await heard.next()).value).toBe('event: admitted\ndata: {}');

  const rejoined = await two.post('/api/v1/participation/rejoin', {}, guest.participationToken);
  const admission = (await rejoined.json()) as Admission;
  const { identity: target } = admission.participant;
  const person = await enterWithMedia(admission);
  await person.speak(440, TrackSource.SOURCE_CAMERA);
  const rooms = new RoomServiceClient(livekit.httpUrl, livekit.apiKey, livekit.apiSecret);
  const [room] = await rooms.listRooms();
  const listed = async () =>
    (await rooms.listParticipants(room?.name ?? '')).find(({ identity }) => identity === target);
  await expect
    .poll(async () => (await listed())?.permission?.canPublishSources, soon)
    .not.toContain(TrackSource.SOURCE_CAMERA);
  await expect.poll(async () => (await listed())?.tracks, soon).toEqual([]);

  await moderate({ action: 'remove', target });
  expect((await heard.next()).value).toBe('event: ended\ndata: {"reason":"removed"}');
  expect((await heard.next()).done).toBe(true);
  await person.gone;
  // LiveKit tells them first.
  await expect.poll(listed, soon).toBeUndefined();
  expect((await two.post('/api/v1/participation/rejoin', {}, guest.participationToken)).status).toBe(403);
  await person.leave();
});
