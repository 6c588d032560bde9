import { expect, test } from 'vitest';
import type { MediaSource, MediaTrack } from '../../livekit/participants.ts';
import { meetingInside } from '../../testing/meeting-inside.ts';

const track = (sid: string, source: MediaSource, muted = false): MediaTrack => ({
  sid,
  kind: source === 'camera' || source === 'screen_share' ? 'video' : 'audio',
  source,
  muted,
});

async function meeting() {
  const { service, others, ...people } = await meetingInside(['participant']);
  const { opener } = people;
  const [guest] = others;
  return {
    ...service,
    ...people,
    guest,
    /** From then on; LiveKit's webhook has the meeting looked at. */
    async sends(tracks: readonly MediaTrack[], who = guest): Promise<void> {
      service.media.tracks.set(who.participant.identity, tracks);
      await service.deps.store.bringForward(opener.meeting.id);
      await service.sweep();
    },
    /** Nothing is said; what is due is looked at. */
    async passes(ms: number): Promise<void> {
      service.clock.pass(ms);
      await service.sweep();
    },
  };
}

test.each<[MediaSource, readonly MediaSource[]]>([
  ['microphone', ['camera', 'screen_share']],
  ['camera', ['microphone', 'screen_share', 'screen_share_audio']],
  ['screen_share', ['microphone', 'camera']],
  ['screen_share_audio', ['microphone', 'camera']],
])('two live tracks of one source cost it after three seconds: %s', async (source, left) => {
  const { sends, passes, sources, guest, moderate, opener } = await meeting();
  await sends([track('TR_1', source), track('TR_2', source)]);
  await passes(2900);
  expect(sources(guest)).toContain(source);
  await passes(100);
  expect(sources(guest)).toEqual(left);
  const target = guest.participant.identity;
  const named = source === 'microphone' || source === 'camera' ? source : 'screen';
  await moderate(opener, { action: 'set-publishing', target, source: named, allowed: true });
  expect(sources(guest)).toContain(source);
});

test('a client that publishes anew, or has muted one of the two, loses nothing', async () => {
  const { sends, passes, sources, guest } = await meeting();
  const all = sources(guest);
  await sends([track('TR_1', 'microphone'), track('TR_2', 'microphone')]);
  await passes(1000);
  await sends([track('TR_2', 'microphone')]);
  await passes(2500);
  // For another moment: the first one does not count any more.
  await sends([track('TR_2', 'microphone'), track('TR_3', 'microphone')]);
  await passes(1000);
  await sends([track('TR_2', 'microphone', true), track('TR_3', 'microphone')]);
  await passes(10_000);
  expect(sources(guest)).toEqual(all);
});

test('two moments, of which the end of the first was not seen, are not one', async () => {
  const { sends, passes, sources, guest, media } = await meeting();
  const all = sources(guest);
  await sends([track('TR_1', 'microphone'), track('TR_2', 'microphone')]);
  // No webhook told that it ended, and at the next look the client publishes anew once more.
  media.tracks.set(guest.participant.identity, [track('TR_2', 'microphone'), track('TR_3', 'microphone')]);
  await passes(3000);
  expect(sources(guest)).toEqual(all);
  media.tracks.set(guest.participant.identity, [track('TR_3', 'microphone')]);
  await passes(10_000);
  expect(sources(guest)).toEqual(all);
});

test('nor are they where the picture and the sound of a screen are both published anew', async () => {
  const { sends, passes, sources, guest, media } = await meeting();
  const all = sources(guest);
  const twice = (n: number): MediaTrack[] =>
    [n, n + 1].flatMap((each) => [
      track(`TR_P${each}`, 'screen_share'),
      track(`TR_S${each}`, 'screen_share_audio'),
    ]);
  await sends(twice(1));
  // Left of the first moment are one picture and one sound, each beside another one.
  media.tracks.set(guest.participant.identity, twice(2));
  await passes(3000);
  expect(sources(guest)).toEqual(all);
});

test('ever other tracks of one source, two at every look, cost it too', async () => {
  const { sends, passes, sources, guest } = await meeting();
  for (const n of [1, 2, 3, 4, 5, 6]) {
    expect(sources(guest)).toContain('microphone');
    await sends([track(`TR_${n}`, 'microphone'), track(`TR_${n + 1}`, 'microphone')]);
    await passes(1500);
  }
  expect(sources(guest)).not.toContain('microphone');
});

test('a move begins anew: what was sent in the room that is left counts for nothing', async () => {
  const { sends, passes, sources, guest, opener, deps } = await meeting();
  const all = sources(guest);
  await sends([track('TR_1', 'microphone'), track('TR_2', 'microphone')]);
  const state = await deps.store.find(opener.meeting.id);
  if (!state) throw new Error('the meeting is over');
  await deps.meetingRooms.move(state, 'planned');
  expect(await deps.store.find(opener.meeting.id)).toMatchObject({ doubled: [] });
  await passes(2900);
  expect(sources(guest)).toEqual(all);
});

test('whoever goes in the meantime is forgotten, and a moderator is taken nothing', async () => {
  const { sends, sources, passes, deps, opener, guest, media } = await meeting();
  const twice = [track('TR_1', 'camera'), track('TR_2', 'camera')];
  await sends(twice, opener);
  await sends(twice);
  for (const people of media.rooms.values()) people.delete(guest.participant.identity);
  await passes(3000);
  await passes(3000);
  expect(await deps.store.find(opener.meeting.id)).toMatchObject({ doubled: [] });
  expect(sources(opener)).toContain('camera');
});
