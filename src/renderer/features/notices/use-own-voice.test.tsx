import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { FakeAudioContext } from '../../testing/fake-audio-context.ts';
import { settled } from '../../testing/settled.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { useOwnVoice } from './use-own-voice.ts';

const Voice = () => <p role="status">{useOwnVoice() ?? 'rien'}</p>;
const draw = async () => {
  const page = await renderInRoom(<Voice />);
  const { microphone } = page.session.ownTracks;
  const happens = (what: () => unknown) =>
    act(async () => {
      what();
      await settled();
    });
  return { ...page, microphone, happens };
};
const said = () => screen.getByRole('status').textContent;

test('whoever speaks while the microphone is off is told, and no more once it is on', async () => {
  FakeAudioContext.loudness = 0.9;
  const { microphone, happens } = await draw();
  await happens(() => microphone.turnOn());
  expect(said()).toBe('rien');
  await happens(() => microphone.turnOff());
  await screen.findByText('speaking-muted');
  await happens(() => microphone.turnOn());
  expect(said()).toBe('rien');
});

test('whoever has not turned it on is not listened to', async () => {
  FakeAudioContext.loudness = 0.9;
  const { microphone, happens } = await draw();
  expect(devicesOfPage().opened).toEqual([]);
  await happens(() => microphone.prepare());
  expect(said()).toBe('rien');
});
