import { MuteTrackRequest, TrackSource } from '@livekit/protocol';
import { screen } from '@testing-library/react';
import type { Room } from 'livekit-client';
import { expect, test } from 'vitest';
import { nothingTold } from '../../../../shared/devices/system-facts.ts';
import { ok } from '../../../../shared/result.ts';
import { devicesOfPage } from '../../../testing/fake-devices.ts';
import { useOwnTrack, useOwnTracks } from '../session-context.ts';
import { renderInRoom } from '../testing/render-in-room.tsx';
import type { OwnSource } from './own-tracks.ts';
import { useTurnOn } from './use-turn-on.ts';

function Toggle({ source }: { readonly source: OwnSource }) {
  const own = useOwnTracks()[source];
  const state = useOwnTrack(own);
  const turnOn = useTurnOn();
  return (
    <button type="button" onClick={() => void (state === 'on' ? own.turnOff() : turnOn(own))}>
      {source} {state}
    </button>
  );
}

const draw = async (source: OwnSource) => {
  const page = await renderInRoom(<Toggle source={source} />, {
    answers: { 'media:look': ok(nothingTold) },
  });
  return { ...page, click: () => page.user.click(screen.getByRole('button')) };
};
const untilPublished = async (room: Room): Promise<void> => {
  await expect.poll(() => room.localParticipant.trackPublications.size).toBe(1);
};
const isShown = (text: string) => screen.findByRole('button', { name: text });

test.each([
  ['microphone', TrackSource.MICROPHONE],
  ['camera', TrackSource.CAMERA],
] as const)('the %s is published as what it is, and muted without being taken away', async (own, source) => {
  const { click, server, room } = await draw(own);
  await click();
  await isShown(`${own} on`);
  await untilPublished(room);
  const added = server.requests.flatMap((asked) => (asked.case === 'addTrack' ? [asked.value.source] : []));
  expect(added).toEqual([source]);
  await click();
  await isShown(`${own} off`);
  expect(room.localParticipant.trackPublications.size).toBe(1);
  await expect.poll(() => server.requests.at(-1)).toMatchObject({ case: 'mute', value: { muted: true } });
});

test('a microphone that a moderator mutes is off at once', async () => {
  const { click, server, room } = await draw('microphone');
  await click();
  await untilPublished(room);
  const [publication] = room.localParticipant.trackPublications.values();
  server.send({
    case: 'mute',
    value: new MuteTrackRequest({ sid: publication?.trackSid ?? '', muted: true }),
  });
  expect(await isShown('microphone off')).toBeDefined();
});

test('a device that does not open leads to the page that says why', async () => {
  const { click, meeting } = await draw('camera');
  devicesOfPage().refusal = 'NotReadableError';
  await click();
  await expect
    .poll(() => meeting.overlay())
    .toMatchObject({ name: 'devices', trouble: { kind: 'camera', error: 'NotReadableError' } });
});

test('whoever leaves the meeting closes the device', async () => {
  const { click, unmount } = await draw('microphone');
  await click();
  await isShown('microphone on');
  unmount();
  expect(devicesOfPage().opened.map(({ readyState }) => readyState)).toEqual(['ended']);
});
