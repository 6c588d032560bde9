import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { settled } from '../../testing/settled.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { Toasts } from './Toasts.tsx';
import { Banners } from './banners/Banners.tsx';
import { useDeviceNotices } from './use-device-notices.ts';

function Notices() {
  return (
    <>
      <Banners devices={useDeviceNotices()} />
      <Toasts />
    </>
  );
}
const draw = async () => {
  const page = await renderInRoom(<Notices />);
  const happens = (what: () => unknown) =>
    act(async () => {
      what();
      await settled();
    });
  return { ...page, happens };
};
const banner = () => screen.getByRole('status').textContent;
const lostMicrophone = "Votre micro n'est plus disponible";

test('a microphone that is gone for good is told by a banner, until it is on again', async () => {
  const { session, happens } = await draw();
  const { microphone } = session.ownTracks;
  await happens(() => microphone.turnOn());
  await happens(() => microphone.lose());
  expect(banner()).toContain(lostMicrophone);
  await happens(() => microphone.turnOn());
  await expect.poll(banner).toBe('');
});

test('the banner of a lost microphone goes when it was read', async () => {
  const { user, session, happens } = await draw();
  await happens(() => session.ownTracks.microphone.lose());
  expect(banner()).toContain(lostMicrophone);
  await user.click(screen.getByRole('button', { name: 'Masquer ce message' }));
  expect(banner()).toBe('');
});

test('a camera that is gone is told in passing', async () => {
  const { session, happens } = await draw();
  await happens(() => session.ownTracks.camera.lose());
  expect(screen.getByRole('log').textContent).toContain("Votre caméra n'est plus disponible");
  expect(banner()).toBe('');
});

test('speakers that are unplugged are told, and whether there are others', async () => {
  const { happens } = await draw();
  const devices = devicesOfPage();
  const other = { kind: 'audiooutput', id: 'out-2', label: 'Enceinte' } as const;
  await happens(() => devices.change([other]));
  expect(screen.getByRole('log').textContent).toContain('Ceux du système les remplacent.');
  await happens(() => devices.change([]));
  expect(screen.getByRole('log').textContent).toContain("vous n'entendez plus la réunion.");
});
