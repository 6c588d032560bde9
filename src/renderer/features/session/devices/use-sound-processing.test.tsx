import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { resolveSettings } from '../../../../shared/settings/resolve-settings.ts';
import { devicesOfPage } from '../../../testing/fake-devices.ts';
import { settled } from '../../../testing/settled.ts';
import { useOwnTrack, useOwnTracks } from '../session-context.ts';
import { renderInRoom } from '../testing/render-in-room.tsx';
import { useSoundProcessing } from './use-sound-processing.ts';

function Microphone() {
  useSoundProcessing();
  const { microphone } = useOwnTracks();
  return (
    <button type="button" onClick={() => void microphone.turnOn()}>
      {useOwnTrack(microphone)}
    </button>
  );
}

const draw = async () => {
  const page = await renderInRoom(<Microphone />);
  const set = (values: Record<string, unknown>): Promise<void> =>
    act(async () => {
      page.main.announce(
        'settings:changed',
        resolveSettings([{ source: 'user', values: { server: 'https://visio.example', ...values } }]),
      );
      await settled();
    });
  return { ...page, set };
};
const opened = () =>
  devicesOfPage().opened.map((track) => ({ wanted: track.getConstraints(), state: track.readyState }));

test('a setting that is changed in the meeting opens the microphone anew with it', async () => {
  const { user, set, room } = await draw();
  await user.click(screen.getByRole('button'));
  await screen.findByRole('button', { name: 'on' });
  await expect.poll(() => room.localParticipant.trackPublications.size).toBe(1);
  expect(opened()).toMatchObject([{ wanted: { noiseSuppression: true }, state: 'live' }]);
  await set({ noiseSuppression: false });
  expect(opened()).toMatchObject([
    { state: 'ended' },
    { wanted: { noiseSuppression: false, echoCancellation: true }, state: 'live' },
  ]);
  expect(screen.getByRole('button', { name: 'on' })).toBeDefined();
});

test('settings of other things leave it open', async () => {
  const { user, set, room } = await draw();
  await user.click(screen.getByRole('button'));
  await expect.poll(() => room.localParticipant.trackPublications.size).toBe(1);
  await set({ updates: 'off' });
  expect(opened()).toHaveLength(1);
});

test('one that is changed while the connection is lost holds as well', async () => {
  const { user, set, room, losesConnection, getsConnectionBack } = await draw();
  await losesConnection();
  await user.click(screen.getByRole('button'));
  await screen.findByRole('button', { name: 'on' });
  await set({ noiseSuppression: false });
  await getsConnectionBack();
  await expect.poll(() => room.localParticipant.isMicrophoneEnabled).toBe(true);
  expect(opened().at(-1)).toMatchObject({ wanted: { noiseSuppression: false }, state: 'live' });
});

test('no microphone is opened for it', async () => {
  const { set } = await draw();
  await set({ autoGainControl: false });
  expect(opened()).toEqual([]);
});
