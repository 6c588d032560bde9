import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { settled } from '../../testing/settled.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { Toasts } from './Toasts.tsx';
import { Banners } from './banners/Banners.tsx';
import { useDeviceNotices } from './use-device-notices.ts';

const headset = [
  { kind: 'audioinput', id: 'mic-2', label: 'Casque' },
  { kind: 'audiooutput', id: 'out-2', label: 'Casque' },
] as const;

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
  const plug = (plugged: ReturnType<typeof devicesOfPage>['plugged']) =>
    act(async () => {
      devicesOfPage().change(plugged);
      await settled();
    });
  return { ...page, plug, before: devicesOfPage().plugged };
};
const banner = () => screen.getByRole('status').textContent;

test('what was there when we came in is not offered', async () => {
  devicesOfPage().plugged = [...devicesOfPage().plugged, ...headset];
  await draw();
  expect(banner()).toBe('');
});

test('a microphone that is plugged in is used after a yes', async () => {
  const { user, room, plug, before } = await draw();
  await plug([...before, headset[0]]);
  expect(banner()).toMatch(/«\sCasque\s» est branché/);
  await user.click(screen.getByRole('button', { name: "L'utiliser" }));
  expect(banner()).toBe('');
  await expect.poll(() => room.getActiveDevice('audioinput')).toBe('mic-2');
  expect(screen.queryByText(/^Cet appareil n'a pas pu être utilisé/)).toBeNull();
});

test('a headset that does not open is told', async () => {
  const { user, session, plug, before } = await draw();
  await act(async () => void (await session.ownTracks.microphone.turnOn()));
  await plug([...before, headset[0]]);
  devicesOfPage().refusal = 'NotReadableError';
  await user.click(screen.getByRole('button', { name: "L'utiliser" }));
  expect(await screen.findByText(/^Cet appareil n'a pas pu être utilisé/)).toBeDefined();
});

test('one that was declined is offered again once it was unplugged and is back', async () => {
  const { user, room, plug, before } = await draw();
  await plug([...before, ...headset]);
  await user.click(screen.getByRole('button', { name: 'Masquer ce message' }));
  expect(banner()).toBe('');
  expect(room.getActiveDevice('audioinput')).not.toBe('mic-2');
  await plug(before);
  await plug([...before, ...headset]);
  expect(banner()).toContain('est branché');
});
