import { Track } from 'livekit-client';
import { expect, test } from 'vitest';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { watchTrackReferences } from './use-track-references.ts';

/** A stage that has a tile for each camera, and none for those who send none. */
async function watchCameras() {
  const meeting = await renderInRoom(null, { people: [{ name: 'Marie' }, { name: 'Paul' }] });
  const source = Track.Source.Camera;
  const references = watchTrackReferences(meeting.room, () =>
    [...meeting.room.remoteParticipants.values()]
      .filter((participant) => participant.getTrackPublication(source))
      .map((participant) => ({ participant, source })),
  );
  const names = (): readonly string[] => references.current().map(({ participant }) => participant.identity);
  return { ...meeting, ...references, names };
}

test('a picture has its tile from when it is published until it is gone', async () => {
  const { onChange, names, turnsOn, leaves } = await watchCameras();
  let changes = 0;
  const stop = onChange(() => (changes += 1));
  expect(names()).toEqual([]);
  await turnsOn('Paul', 'camera');
  expect(names()).toEqual(['Paul']);
  await leaves('Paul');
  expect(names()).toEqual([]);
  expect(changes).toBe(2);
  stop();
  await turnsOn('Marie', 'camera');
  expect(changes).toBe(2);
});

test('what is published and changes no tile has no tile drawn again', async () => {
  const { current, onChange, turnsOn } = await watchCameras();
  const stop = onChange(() => expect.unreachable());
  const before = current();
  await turnsOn('Paul', 'microphone');
  expect(current()).toBe(before);
  stop();
});

test('a picture that comes between the first reading and the listening has its tile', async () => {
  const { onChange, names, turnsOn } = await watchCameras();
  await turnsOn('Paul', 'camera');
  const stop = onChange(() => undefined);
  expect(names()).toEqual(['Paul']);
  stop();
});
