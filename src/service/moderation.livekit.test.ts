import { RoomEvent, TrackSource } from '@livekit/rtc-node';
import { DataPacket_Kind, RoomServiceClient, type ParticipantInfo } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterWithMedia, type MediaPerson } from '../../scripts/probe/media-person.ts';
import { peopleInRoom } from '../../scripts/probe/people-in-room.ts';
import { startStack, type Stack } from '../../scripts/stack/start-stack.ts';
import type { Admission, Waiting } from '../shared/meeting.ts';
import type { Moderation } from '../shared/moderation.ts';
import { readParticipantAttributes } from '../shared/participant-attributes.ts';
import { readRoomMetadata } from '../shared/room-metadata.ts';
import { enterRoom, type InRoom } from './testing/signal-client.ts';
import { codeOf } from './testing/test-service.ts';

// What a modified client tries, against a real LiveKit with real sound: refused, or undone within a second.

let stack: Stack;
let rooms: RoomServiceClient;
beforeAll(async () => {
  stack = await startStack();
  const { livekitUrl, apiKey, apiSecret } = stack;
  rooms = new RoomServiceClient(livekitUrl.replace('ws:', 'http:'), apiKey, apiSecret);
}, 300_000);
afterAll(() => stack.stop());

const soon = { timeout: 1000, interval: 20 };

const call = (method: string, path: string, who?: { participationToken: string }, body?: unknown) =>
  fetch(stack.serviceUrl + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(who ? { authorization: `Bearer ${who.participationToken}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const admitted = async (answer: Promise<Response>) => (await (await answer).json()) as Admission;
const join = (link: string) =>
  admitted(
    call('POST', '/api/v1/invitations/join', undefined, { code: codeOf(link), displayName: 'Marie Gérard' }),
  );
const rejoin = (who: { participationToken: string }) =>
  admitted(call('POST', '/api/v1/participation/rejoin', who, {}));

/** Name of the LiveKit room: the media token tells it to whom it is for. */
const roomOf = ({ livekitToken }: Admission): string => {
  const claims = Buffer.from(livekitToken.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(claims) as { video: { room: string } }).video.room;
};

/** Identities of all who are in any room. */
async function everybody(): Promise<readonly string[]> {
  const people = (await rooms.listRooms()).map(({ name }) => peopleInRoom(rooms, name));
  return (await Promise.all(people)).flat().map(({ identity }) => identity);
}
const nobody = (): null => null;

/** A meeting with its opener and a guest in it. */
async function meetingOfTwo() {
  const opener = await admitted(call('POST', '/api/v1/meetings', undefined, {}));
  const guest = await join(opener.meeting.links.participant);
  const [chair, speaker] = await Promise.all([enterWithMedia(opener), enterWithMedia(guest)]);
  const { identity: target } = guest.participant;
  const room = roomOf(opener);
  const listed = async (who = target): Promise<ParticipantInfo | undefined> =>
    (await rooms.listParticipants(room)).find(({ identity }) => identity === who);
  return {
    opener,
    guest,
    chair,
    speaker,
    target,
    room,
    rooms,
    listed,
    /** Sources of what LiveKit passes on of them; a muted one in brackets. */
    sent: async (who = target): Promise<string[]> =>
      ((await listed(who))?.tracks ?? []).map(({ source, muted }) => {
        const name = ['unknown', 'camera', 'microphone', 'screen', 'screen sound'][source] ?? '';
        return muted ? `(${name})` : name;
      }),
    moderate: async (wish: Moderation): Promise<number> =>
      (await call('POST', '/api/v1/participation/moderate', opener, wish)).status,
    async end(...others: MediaPerson[]) {
      await call('POST', '/api/v1/participation/end-meeting', opener, {});
      await Promise.all([chair, speaker, ...others].map((person) => person.leave()));
    },
  };
}

test('sound published as camera is gone within a second, and the right to the camera with it', async () => {
  const { speaker, sent, end, listed } = await meetingOfTwo();
  await speaker.speak(440, TrackSource.SOURCE_CAMERA);
  await expect
    .poll(async () => (await listed())?.permission?.canPublishSources, soon)
    .not.toContain(TrackSource.SOURCE_CAMERA);
  await expect.poll(() => sent(), soon).toEqual([]);
  await speaker.speak(440);
  await expect.poll(() => sent(), soon).toEqual(['microphone']);
  await end();
});

test('a second microphone beside the first costs the microphone after three seconds; coming back and speaking anew costs nothing', async () => {
  const { speaker, sent, end, listed, guest } = await meetingOfTwo();
  await speaker.speak(440);
  // Takes the place of the first, as a client does that reconnects.
  const again = await enterWithMedia(await rejoin(guest));
  await again.speak(440);
  await expect.poll(() => sent(), soon).toEqual(['microphone']);
  const startedAt = performance.now();
  await again.speak(880);
  await expect.poll(() => sent(), soon).toEqual(['microphone', 'microphone']);
  await expect.poll(() => sent(), { timeout: 6000, interval: 20 }).toEqual([]);
  expect(performance.now() - startedAt).toBeGreaterThan(3000);
  expect((await listed())?.permission?.canPublishSources).not.toContain(TrackSource.SOURCE_MICROPHONE);
  await end(again);
});

test('what a client sends as data reaches nobody', async () => {
  const { chair, speaker, end, rooms: asService, room } = await meetingOfTwo();
  const heard: string[] = [];
  const told = new Promise<void>((resolve) => {
    chair.room.on(RoomEvent.DataReceived, (data) => {
      heard.push(Buffer.from(data).toString());
      if (heard.at(-1) === 'the service') resolve();
    });
  });
  await speaker.room.localParticipant
    ?.publishData(Buffer.from('a guest'), { reliable: true })
    .catch(() => undefined);
  await asService.sendData(room, Buffer.from('the service'), DataPacket_Kind.RELIABLE, {});
  await told;
  expect(heard).toEqual(['the service']);
  await end();
});

test('a hard mute ends a live microphone within a second; neither it nor the sound of a screen comes back, nor does rejoining help', async () => {
  const { speaker, guest, target, sent, listed, moderate, end } = await meetingOfTwo();
  await speaker.speak(440);
  await expect.poll(() => sent(), soon).toEqual(['microphone']);
  expect(
    await moderate({
      action: 'set-publishing',
      target: 'participants',
      source: 'microphone',
      allowed: false,
    }),
  ).toBe(204);
  await expect.poll(() => sent(), soon).toEqual([]);
  const again = await enterWithMedia(await rejoin(guest));
  const { permission } = (await listed()) ?? {};
  expect(permission?.canPublishSources).toEqual([TrackSource.SOURCE_CAMERA, TrackSource.SOURCE_SCREENSHARE]);
  // Refused by silence: the client gives up after ten seconds.
  await expect(again.speak(440, TrackSource.SOURCE_SCREENSHARE_AUDIO)).rejects.toThrow('timed out');
  expect(await sent()).toEqual([]);
  // The one exception that a moderator makes.
  await moderate({ action: 'set-publishing', target, source: 'microphone', allowed: true });
  await again.speak(440);
  await expect.poll(() => sent(), soon).toEqual(['microphone']);
  await end(again);
});

test('a token from before a decision gives the rights of after it', async () => {
  const { opener, moderate, listed, end } = await meetingOfTwo();
  const late = await join(opener.meeting.links.participant);
  await moderate({ action: 'set-publishing', target: 'participants', source: 'camera', allowed: false });
  const entered = await enterWithMedia(late);
  await expect
    .poll(async () => (await listed(late.participant.identity))?.permission?.canPublishSources, soon)
    .toEqual([
      TrackSource.SOURCE_MICROPHONE,
      TrackSource.SOURCE_SCREENSHARE,
      TrackSource.SOURCE_SCREENSHARE_AUDIO,
    ]);
  await end(entered);
});

test('a removed person is out within a second, and again each time they come back with a token that LiveKit gave them', async () => {
  const { opener, speaker, guest, target, room, moderate, end } = await meetingOfTwo();
  // In any room: the meeting moves while they come back.
  const isInside = async (): Promise<boolean> => (await everybody()).includes(target);
  const refreshed = speaker.room.token ?? '';
  expect(await moderate({ action: 'remove', target })).toBe(204);
  await expect.poll(isInside, soon).toBe(false);
  await speaker.gone;
  // LiveKit refuses whoever is put out while they come in, and everybody once the room that they know is gone.
  const back = await enterWithMedia({ livekitUrl: guest.livekitUrl, livekitToken: refreshed }).catch(nobody);
  await expect.poll(isInside, soon).toBe(false);
  await back?.leave();
  const visits: (MediaPerson | InRoom | null)[] = [back];
  // Without media LiveKit does not tell that anybody came.
  for (const token of [refreshed, guest.livekitToken]) {
    const listening = await enterRoom(guest.livekitUrl, token).catch(nobody);
    await expect.poll(() => listening?.isIn() ?? false, soon).toBe(false);
    await expect.poll(isInside, soon).toBe(false);
    visits.push(listening);
  }
  // Whoever never came in would prove nothing; a meeting moves only away from somebody who was found inside.
  const hasMoved = roomOf(await rejoin(opener)) !== room;
  expect(hasMoved || visits.some((visit) => visit !== null)).toBe(true);
  expect((await call('POST', '/api/v1/participation/rejoin', guest, {})).status).toBe(403);
  await end();
  // The client that was put out while it connected may have waited for its media three times fifteen seconds.
}, 120_000);

test('nobody renames, promotes or describes themselves', async () => {
  const { speaker, listed, end } = await meetingOfTwo();
  const before = await listed();
  const me = speaker.room.localParticipant;
  if (!me) throw new Error('the speaker is not in the room');
  await Promise.allSettled([
    me.setAttributes({ 'visio.role': 'moderator', 'visio.verified': 'agent', 'visio.hand': 'now' }),
    me.updateName('Madame la Rectrice'),
    me.updateMetadata('mine'),
  ]);
  const after = await listed();
  expect([after?.name, after?.attributes, after?.metadata]).toEqual([
    before?.name,
    before?.attributes,
    before?.metadata,
  ]);
  expect(after?.attributes).toEqual({ 'visio.role': 'participant', 'visio.verified': 'guest' });
  await end();
});

test('a soft mute mutes at once, and whoever is muted may speak again', async () => {
  const { chair, opener, speaker, target, sent, moderate, end } = await meetingOfTwo();
  await Promise.all([speaker.speak(440), chair.speak(880)]);
  await expect.poll(() => sent(), soon).toEqual(['microphone']);
  expect(await moderate({ action: 'mute', target })).toBe(204);
  await expect.poll(() => sent(), soon).toEqual(['(microphone)']);
  await expect.poll(() => sent(opener.participant.identity), soon).toEqual(['microphone']);
  await speaker.speak(660);
  // In whatever order LiveKit tells them.
  await expect.poll(async () => (await sent()).toSorted(), soon).toEqual(['(microphone)', 'microphone']);
  expect(await moderate({ action: 'mute-all' })).toBe(204);
  await expect.poll(() => sent(), soon).toEqual(['(microphone)', '(microphone)']);
  expect(await sent(opener.participant.identity)).toEqual(['microphone']);
  await end();
});

test('everybody in the room sees hands in their order, a new moderator, and the lock', async () => {
  const { chair, guest, opener, target, moderate, end } = await meetingOfTwo();
  const other = await join(opener.meeting.links.participant);
  const second = await enterWithMedia(other);
  const seen = (who: string) => chair.room.remoteParticipants.get(who)?.attributes ?? {};
  for (const each of [other, guest])
    expect((await call('PUT', '/api/v1/participation/hand', each)).status).toBe(204);
  await expect.poll(() => seen(target)['visio.hand'], soon).toMatch(/^\d{4}-.*\.\d{3}Z$/);
  expect(String(seen(other.participant.identity)['visio.hand']) < String(seen(target)['visio.hand'])).toBe(
    true,
  );
  await call('DELETE', '/api/v1/participation/hand', guest);
  await expect.poll(() => seen(target)['visio.hand'] ?? '', soon).toBe('');

  await moderate({ action: 'promote', target });
  await expect.poll(() => seen(target)['visio.role'], soon).toBe('moderator');
  expect((await rejoin(guest)).meeting.links.moderator).toBe(opener.meeting.links.moderator);

  await moderate({ action: 'set-locked', locked: true });
  await expect
    .poll(() => JSON.parse(chair.room.metadata ?? '{}') as unknown, soon)
    .toMatchObject({ locked: true });
  await end(second);
});

test('everybody in the room sees who interprets, also once they come back, and no more when it is over', async () => {
  const { chair, guest, target, speaker, listed, moderate, end } = await meetingOfTwo();
  const isInterpreter = () =>
    readParticipantAttributes(chair.room.remoteParticipants.get(target)?.attributes ?? {}).interpreter;
  expect(isInterpreter()).toBe(false);
  expect(await moderate({ action: 'set-interpreter', target, on: true })).toBe(204);
  await expect.poll(isInterpreter, soon).toBe(true);
  expect((await call('POST', '/api/v1/participation/leave', guest, {})).status).toBe(204);
  await speaker.gone;
  await expect.poll(() => listed(), soon).toBeUndefined();
  const back = await enterWithMedia(await rejoin(guest));
  const { sid } = back.room.localParticipant ?? {};
  // The chair's client may keep who left for a while: whoever came back is somebody else to LiveKit.
  await expect.poll(() => chair.room.remoteParticipants.get(target)?.sid, soon).toBe(sid);
  await expect.poll(isInterpreter, soon).toBe(true);
  expect(await moderate({ action: 'set-interpreter', target, on: false })).toBe(204);
  await expect.poll(isInterpreter, soon).toBe(false);
  await end(back);
});

test('everybody in the room reads whom the spotlight is on, until they leave', async () => {
  const { chair, guest, target, speaker, moderate, end } = await meetingOfTwo();
  const spotlights = () =>
    [chair, speaker].map(({ room }) => readRoomMetadata(room.metadata ?? '')?.spotlight ?? null);
  expect(spotlights()).toEqual([null, null]);
  expect(await moderate({ action: 'set-spotlight', target })).toBe(204);
  await expect.poll(spotlights, soon).toEqual([target, target]);
  expect((await call('POST', '/api/v1/participation/leave', guest, {})).status).toBe(204);
  await expect.poll(() => spotlights()[0], soon).toBeNull();
  await end();
});

test('who waits is in no room; admitted, they are in', async () => {
  const { opener, room, moderate, end } = await meetingOfTwo();
  await moderate({ action: 'set-waiting-room', on: true });
  const code = codeOf(opener.meeting.links.participant);
  const answer = await call('POST', '/api/v1/invitations/join', undefined, { code, displayName: 'Paul' });
  expect(answer.status).toBe(202);
  const paul = (await answer.json()) as Waiting;
  expect(await rooms.listParticipants(room)).toHaveLength(2);
  await moderate({ action: 'admit', target: 'all' });
  const inside = await enterWithMedia(await rejoin(paul));
  await inside.speak(440);
  await expect.poll(async () => (await rooms.listParticipants(room)).length, soon).toBe(3);
  await end(inside);
});
