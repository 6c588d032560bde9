import { setTimeout as sleep } from 'node:timers/promises';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { takenSeats } from '../../../src/service/meetings/meeting-state.ts';
import { enterRoom } from '../../../src/service/testing/signal-client.ts';
import { admission, type Admission } from '../../../src/shared/meeting.ts';
import { meetingCalls, type Refused } from '../../probe/meeting-calls.ts';
import { codeOf } from '../recovery/code-of.ts';
import { emptyRedis, roomIn, storedMeeting } from '../recovery/look-into.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { tellFigures } from './figures.ts';
import { followMoves } from './follower-of-moves.ts';
import { hammerAtTheDoor } from './newcomers.ts';
import { watchSeats } from './watched-seats.ts';

// A full meeting loses its room while two of its people are away, and newcomers hammer at the door all the time.

const maxParticipants = 5;
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({
    settings: { VISIO_MAX_PARTICIPANTS: String(maxParticipants), VISIO_MAX_ENTRIES_PER_MINUTE: '100000' },
  });
}, 300_000);
afterAll(() => cluster.stop());

/** How long newcomers hammer after the room is there again (ms): longer than the seat of somebody who is absent is held. */
const stormMs = 8000;

test('a lost room gives no seat twice: not of whoever is away, nor those that had run out before', async () => {
  const call = meetingCalls(cluster.serviceUrl);
  const livekit = new RoomServiceClient(cluster.livekitApiUrl, cluster.apiKey, cluster.apiSecret);
  const opened = await call('openMeeting', {});
  const join = async (displayName: string): Promise<Admission> =>
    admission.parse(await call('join', { code: codeOf(opened), displayName }));
  const [guest, late, cut, cutToo] = [
    await join('Invitée'),
    await join('Retardataire'),
    await join('Coupé'),
    await join('Coupée'),
  ];
  const staying = [
    await followMoves(cluster.serviceUrl, opened),
    await followMoves(cluster.serviceUrl, guest),
  ];
  for (const each of [late, cut, cutToo]) await enterRoom(cluster.livekitUrl, each.livekitToken);
  const seats = watchSeats(cluster, opened);
  onTestFinished(async () => void (await seats.stop()));
  await expect.poll(seats.inside).toBe(maxParticipants);

  /** How many the service has seen in the room. */
  const seen = async (): Promise<number> => {
    const { people } = await storedMeeting(cluster, opened);
    return Object.values(people).filter(({ place }) => place.kind === 'seated' && place.heldUntil === null)
      .length;
  };
  await expect.poll(seen).toBe(maxParticipants);
  // As LiveKit does with whoever has died, after 22 s.
  for (const { participant } of [cut, cutToo])
    await livekit.removeParticipant(roomIn(opened), participant.identity);
  await expect.poll(seen, { interval: 20 }).toBe(maxParticipants - 2);
  // Their seats run out while LiveKit cannot say who is there, so that nobody notes it.
  await Promise.all([cluster.kill('livekit-a'), cluster.kill('livekit-b')]);
  const newcomers = hammerAtTheDoor(cluster.serviceUrl, codeOf(opened));
  onTestFinished(async () => void (await newcomers.stop()));
  await expect.poll(() => newcomers.admitted().length).toBe(2);

  await emptyRedis(cluster, 'redis-livekit');
  await Promise.all([cluster.restart('livekit-a'), cluster.restart('livekit-b')]);
  const isBack = () => staying.every((each) => each.interruptions() !== null);
  await expect.poll(isBack, { timeout: 20_000 }).toBe(true);
  const startedAt = performance.now();
  const answers: string[] = [];
  while (performance.now() - startedAt < stormMs) {
    for (const { participationToken } of [cut, cutToo])
      answers.push(
        await call('rejoin', {}, participationToken).then(
          () => 'admitted',
          ({ type }: Refused) => type,
        ),
      );
    await sleep(200);
  }
  const back = admission.parse(await call('rejoin', {}, late.participationToken));
  await enterRoom(cluster.livekitUrl, back.livekitToken);
  await expect.poll(seats.inside).toBe(maxParticipants);
  const refusals = await newcomers.stop();
  const { mostSeats, mostInside, samples } = await seats.stop();
  await tellFigures('seats after a lost room', {
    'most seats taken at once': `${mostSeats} of ${maxParticipants}`,
    'most people in the room at once': `${mostInside} of ${maxParticipants}`,
    'newcomers admitted': newcomers.admitted().length,
    'newcomers refused': refusals,
    'times looked at the seats': samples,
  });
  expect([...new Set(answers)]).toEqual(['urn:visio-agents:failure:meeting-full']);
  expect(newcomers.admitted()).toHaveLength(2);
  expect(mostSeats).toBe(maxParticipants);
  expect(mostInside).toBe(maxParticipants);
  expect(await call('lookUp', { code: codeOf(opened) })).toMatchObject({ full: true });
  expect(takenSeats(await storedMeeting(cluster, opened), Date.now())).toBe(maxParticipants);
  staying.forEach((each) => each.leave());
  await call('endMeeting', {}, opened.participationToken);
}, 60_000);
