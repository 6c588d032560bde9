import { act, screen } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { FakeAudioContext } from '../../testing/fake-audio-context.ts';
import { FakeMediaStreamTrack } from '../../testing/media-stream-track.ts';
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
  vi.useFakeTimers();
  await happens(() => microphone.prepare());
  expect(microphone.state()).toBe('ready');
  // Several times what makes a sentence.
  await act(() => vi.advanceTimersByTimeAsync(5000));
  expect(said()).toBe('rien');
});

test('what is listened to is a copy, which is closed when the meeting is left', async () => {
  const clone = vi.spyOn(FakeMediaStreamTrack.prototype, 'clone');
  onTestFinished(() => clone.mockRestore());
  const { microphone, happens, unmount } = await draw();
  await happens(() => microphone.turnOn());
  await happens(() => microphone.turnOff());
  const copies = () => clone.mock.results.map(({ value }) => (value as FakeMediaStreamTrack).readyState);
  await expect.poll(copies).toContain('live');
  unmount();
  expect(copies()).not.toContain('live');
});
