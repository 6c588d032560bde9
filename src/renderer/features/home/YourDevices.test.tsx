import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { nothingTold } from '../../../shared/devices/system-facts.ts';
import { ok } from '../../../shared/result.ts';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { settled } from '../../testing/settled.ts';
import { chooseDevice } from '../media/chosen-devices.ts';
import { YourDevices } from './YourDevices.tsx';

const draw = async (facts: Partial<typeof nothingTold> = {}) => {
  const page = renderPage(<YourDevices />, { answers: { 'media:look': ok({ ...nothingTold, ...facts }) } });
  await act(settled);
  return page;
};
const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('each device that a meeting would use is named, and none is opened for it', async () => {
  await draw();
  expect(lines()).toEqual([
    'MicrophoneMicro du portable',
    'CaméraCaméra du portable',
    'Haut-parleursHaut-parleurs du portable',
  ]);
  expect(devicesOfPage().opened).toEqual([]);
});

test('the one that was chosen is named as soon as it is plugged in', async () => {
  chooseDevice('microphone', { id: 'mic-2', name: 'Casque USB' });
  await draw();
  expect(lines()[0]).toBe('MicrophoneMicro du portable');
  const headset = { kind: 'audioinput', id: 'mic-2', label: 'Casque USB' } as const;
  await act(async () => {
    devicesOfPage().change([...devicesOfPage().plugged, headset]);
    await settled();
  });
  expect(lines()[0]).toBe('MicrophoneCasque USB');
});

test('a device that is not there is missed', async () => {
  devicesOfPage().plugged = [];
  await draw();
  expect(lines()[1]).toBe('CaméraAucun appareil trouvé');
});

test('« J’active mon matériel » opens its page', async () => {
  const { user, meeting } = await draw();
  await user.click(screen.getByRole('button', { name: "J'active mon matériel" }));
  expect(meeting.overlay()?.name).toBe('devices');
});
