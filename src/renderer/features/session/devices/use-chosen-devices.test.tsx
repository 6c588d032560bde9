import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { devicesOfPage } from '../../../testing/fake-devices.ts';
import { settled } from '../../../testing/settled.ts';
import { chooseDevice, chosenDevices } from '../../media/chosen-devices.ts';
import { useRoomSession } from '../session-context.ts';
import { renderInRoom } from '../testing/render-in-room.tsx';
import { useActiveDevice } from './use-active-device.ts';
import { useChosenDevices } from './use-chosen-devices.ts';

const headset = { id: 'mic-2', name: 'Casque USB' };
const withHeadset = () =>
  devicesOfPage().change([
    ...devicesOfPage().plugged,
    { kind: 'audioinput', id: headset.id, label: headset.name },
  ]);

function Device() {
  useChosenDevices();
  const { toasts } = useRoomSession();
  return (
    <p>
      {useActiveDevice('microphone')}
      {toasts.current().map(({ text }) => text)}
    </p>
  );
}
const active = (): string => screen.getByRole('paragraph').textContent;

test('nobody who chose nothing is switched', async () => {
  await renderInRoom(<Device />);
  expect(active()).toBe('default');
});

test('what was chosen before the meeting is used in it', async () => {
  withHeadset();
  chooseDevice('microphone', headset);
  await renderInRoom(<Device />);
  expect(active()).toBe('mic-2');
});

test('what is chosen on the page of the devices is used when that is closed, and not by other pages', async () => {
  withHeadset();
  const { meeting } = await renderInRoom(<Device />);
  const { show, close } = meeting.navigation.getState();
  const visit = (page: 'settings' | 'devices'): Promise<void> =>
    act(async () => {
      show(page === 'devices' ? { name: page, trouble: null } : { name: page });
      await settled();
      close();
      await settled();
    });
  chooseDevice('microphone', headset);
  await visit('settings');
  expect(active()).toBe('default');
  await visit('devices');
  expect(active()).toBe('mic-2');
});

test('a chosen device that is not plugged in leaves the one that is used', async () => {
  chooseDevice('microphone', headset);
  await renderInRoom(<Device />);
  expect(active()).toBe('default');
  expect(chosenDevices().microphone).toEqual(headset);
});
