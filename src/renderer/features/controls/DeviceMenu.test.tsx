import { act, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { nothingTold } from '../../../shared/devices/system-facts.ts';
import { ok } from '../../../shared/result.ts';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import type { Device } from '../media/device-list.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { DeviceMenu } from './DeviceMenu.tsx';

const name = 'Choisir le micro et les haut-parleurs';
const headset = [
  { kind: 'audioinput', id: 'mic-2', label: 'Casque' },
  { kind: 'audiooutput', id: 'out-2', label: 'Casque' },
] as const;

const draw = async (onChoose = vi.fn(async (_kind: string, _device: Device) => undefined)) => {
  const page = await renderInRoom(
    <DeviceMenu name={name} kinds={['microphone', 'speaker']} onChoose={onChoose} />,
    { answers: { 'media:look': ok(nothingTold) } },
  );
  return { ...page, onChoose };
};
const opener = () => screen.getByRole('button', { name });
const menu = () => screen.queryByRole('group', { name });
const choices = (title: string) =>
  within(screen.getByRole('group', { name: title })).getAllByRole<HTMLInputElement>('radio');
const named = (title: string) => choices(title).map(({ labels }) => labels?.[0]?.textContent);

test('the menu lists what is plugged in, and what is plugged in meanwhile', async () => {
  const devices = devicesOfPage();
  const { user } = await draw();
  await user.click(opener());
  expect(opener().getAttribute('aria-expanded')).toBe('true');
  await screen.findByRole('radio', { name: 'Micro du portable' });
  await act(async () => devices.change([...devices.plugged, ...headset]));
  expect(named('Micros')).toEqual(['Micro du portable', 'Casque']);
  expect(named('Haut-parleurs')).toEqual(['Haut-parleurs du portable', 'Casque']);
});

test('where nothing is plugged in, the menu says so', async () => {
  devicesOfPage().plugged = [];
  const { user } = await draw();
  await user.click(opener());
  expect(await screen.findAllByText('Aucun appareil trouvé.')).toHaveLength(2);
});

test('the chosen device is ticked while it is being opened, and the open one after that', async () => {
  const opening = Promise.withResolvers<undefined>();
  devicesOfPage().plugged = [...devicesOfPage().plugged, ...headset];
  const { user, onChoose } = await draw(vi.fn(() => opening.promise));
  await user.click(opener());
  await screen.findByRole('radio', { name: 'Micro du portable' });
  expect(choices('Micros').map(({ checked }) => checked)).toEqual([true, false]);
  await user.click(within(screen.getByRole('group', { name: 'Micros' })).getByLabelText('Casque'));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('microphone', { id: 'mic-2', name: 'Casque' });
  expect(choices('Micros').map(({ checked }) => checked)).toEqual([false, true]);
  // It did not open: nothing was chosen.
  await act(async () => opening.resolve(undefined));
  expect(choices('Micros').map(({ checked }) => checked)).toEqual([true, false]);
});

test('a device that opens after another was chosen leaves that one ticked', async () => {
  const openings = new Map<string, PromiseWithResolvers<undefined>>();
  devicesOfPage().plugged = [
    ...devicesOfPage().plugged,
    ...headset,
    { kind: 'audioinput', id: 'mic-3', label: 'Micro de table' },
  ];
  const { user } = await draw(
    vi.fn((_kind, { id }) => {
      const opening = Promise.withResolvers<undefined>();
      openings.set(id, opening);
      return opening.promise;
    }),
  );
  await user.click(opener());
  await user.click(await screen.findByRole('radio', { name: 'Micro de table' }));
  await user.click(within(screen.getByRole('group', { name: 'Micros' })).getByLabelText('Casque'));
  await act(async () => openings.get('mic-3')?.resolve(undefined));
  expect(choices('Micros').map(({ checked }) => checked)).toEqual([false, true, false]);
});

test('« J’active mon matériel » closes the menu and opens the page of the devices', async () => {
  const { user, meeting } = await draw();
  await user.click(opener());
  await user.click(screen.getByRole('button', { name: "J'active mon matériel" }));
  expect(menu()).toBeNull();
  expect(meeting.overlay()).toEqual({ name: 'devices', trouble: null });
});

test('Échap closes the menu and leads back to its button', async () => {
  const { user } = await draw();
  await user.click(opener());
  await user.tab();
  expect(document.activeElement).not.toBe(opener());
  await user.keyboard('{Escape}');
  expect(menu()).toBeNull();
  expect(document.activeElement).toBe(opener());
});
