import { expect, test, vi } from 'vitest';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { settled } from '../../testing/settled.ts';
import { renderInRoom } from './testing/render-in-room.tsx';

/** The sound elements of the page, and what each plays. */
const sounds = () => [...document.querySelectorAll('audio')];
const played = (): readonly string[] =>
  sounds().flatMap(({ srcObject }) =>
    srcObject instanceof MediaStream ? srcObject.getAudioTracks().map(({ id }) => id) : [],
  );

test('everybody’s microphone is played once, wherever their tile is, until they leave', async () => {
  const { arrives, leaves } = await renderInRoom(null, { people: [{ name: 'Paul', sends: ['microphone'] }] });
  await arrives({ name: 'Awa', sends: ['microphone', 'camera'] });
  expect(new Set(played()).size).toBe(2);
  expect(sounds()).toHaveLength(2);
  await leaves('Paul');
  expect(sounds()).toHaveLength(1);
});

test('of two microphones of one person one is heard: the one that their sign tells about', async () => {
  const { room, server } = await renderInRoom(null, {
    people: [{ name: 'Paul', sends: ['microphone', 'microphone'] }],
  });
  const shown = room.remoteParticipants.get('Paul')?.getTrackPublication('microphone' as never);
  expect(played()).toEqual([shown?.trackSid]);
  expect(server.requests.at(-1)).toMatchObject({ case: 'subscription', value: { subscribe: false } });
});

test('what a media server sends unasked is not heard', async () => {
  const { server, room } = await renderInRoom(null, {
    people: [{ name: 'Paul', sends: ['microphone', 'microphone'] }],
  });
  const [shown, other] = room.remoteParticipants.get('Paul')?.trackPublications.values() ?? [];
  server.sendUnasked();
  await expect.poll(() => other?.track).toBeDefined();
  expect(played()).toEqual([shown?.trackSid]);
});

test('when there are speakers again after there were none, everything is played anew', async () => {
  await renderInRoom(null, { people: [{ name: 'Paul', sends: ['microphone'] }] });
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play');
  const { plugged } = devicesOfPage();
  devicesOfPage().change(plugged.filter(({ kind }) => kind !== 'audiooutput'));
  await settled();
  expect(play).not.toHaveBeenCalled();
  devicesOfPage().change(plugged);
  await settled();
  expect(play).toHaveBeenCalledOnce();
  expect(played()).toHaveLength(1);
  play.mockRestore();
});

test('whoever has left the meeting hears nothing more', async () => {
  const { unmount } = await renderInRoom(null, { people: [{ name: 'Paul', sends: ['microphone'] }] });
  expect(sounds()).toHaveLength(1);
  unmount();
  expect(sounds()).toHaveLength(0);
});
