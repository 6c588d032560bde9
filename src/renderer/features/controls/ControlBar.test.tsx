import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { nothingTold } from '../../../shared/devices/system-facts.ts';
import { ok } from '../../../shared/result.ts';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { ControlBar } from './ControlBar.tsx';

const draw = async ({ panel = null, asking = false }: { panel?: string | null; asking?: boolean } = {}) => {
  const [onPanel, onLeave] = [vi.fn<(panel: string) => void>(), vi.fn<() => void>()];
  const page = await renderInRoom(
    <>
      <ControlBar panel={panel} onPanel={onPanel} onLeave={onLeave} />
      {asking && (
        <Dialog title="Question" onClose={() => undefined}>
          <p />
        </Dialog>
      )}
    </>,
    { answers: { 'media:look': ok(nothingTold) } },
  );
  return { ...page, onPanel, onLeave };
};
const button = (name: string) => screen.findByRole('button', { name });
const live = () => devicesOfPage().opened.filter(({ readyState }) => readyState === 'live');

test('the microphone is turned on by a click, and its button says what the next click does', async () => {
  const { user, room } = await draw();
  expect(live()).toEqual([]);
  await user.click(await button('Activer le micro'));
  expect(await button('Couper le micro')).toBeDefined();
  await expect.poll(() => room.localParticipant.isMicrophoneEnabled).toBe(true);
  await user.click(await button('Couper le micro'));
  expect(await button('Activer le micro')).toBeDefined();
  expect(room.localParticipant.isMicrophoneEnabled).toBe(false);
});

test('a camera that is turned off is closed', async () => {
  const { user, room } = await draw();
  await user.click(await button('Activer la caméra'));
  await expect.poll(() => room.localParticipant.isCameraEnabled).toBe(true);
  await user.click(await button('Couper la caméra'));
  expect(await button('Activer la caméra')).toBeDefined();
  expect(live()).toEqual([]);
});

test('Ctrl+D and Ctrl+E turn microphone and camera on and off', async () => {
  const { user } = await draw();
  await user.keyboard('{Control>}d{/Control}');
  expect(await button('Couper le micro')).toBeDefined();
  await user.keyboard('{Control>}e{/Control}');
  expect(await button('Couper la caméra')).toBeDefined();
  await user.keyboard('{Control>}d{/Control}');
  expect(await button('Activer le micro')).toBeDefined();
});

test('while a dialog asks something, the keys turn nothing on', async () => {
  const { user } = await draw({ asking: true });
  await user.keyboard('{Control>}d{/Control}');
  expect(live()).toEqual([]);
});

test('the microphone of whoever is speaking is turned off by its keys behind a dialog too', async () => {
  const { user, room } = await draw();
  await user.click(await button('Activer le micro'));
  await expect.poll(() => room.localParticipant.isMicrophoneEnabled).toBe(true);
  const dialog = document.createElement('dialog');
  dialog.open = true;
  document.body.append(dialog);
  onTestFinished(() => dialog.remove());
  await user.keyboard('{Control>}d{/Control}');
  await expect.poll(() => room.localParticipant.isMicrophoneEnabled).toBe(false);
});

test('a microphone that does not open leads to the page that says why', async () => {
  const { user, meeting } = await draw();
  devicesOfPage().refusal = 'NotAllowedError';
  await user.click(await button('Activer le micro'));
  await expect
    .poll(() => meeting.overlay())
    .toMatchObject({ name: 'devices', trouble: { kind: 'microphone' } });
  expect(await button('Activer le micro')).toBeDefined();
});

test('participants and « Quitter » are for the page to answer', async () => {
  const { user, onPanel, onLeave } = await draw({ panel: 'people' });
  const people = await button('Participants');
  expect(people.getAttribute('aria-expanded')).toBe('true');
  await user.click(people);
  await user.click(await button('Quitter'));
  expect(onPanel).toHaveBeenCalledExactlyOnceWith('people');
  expect(onLeave).toHaveBeenCalledOnce();
});

test('the button of the participants says that they are not shown', async () => {
  await draw();
  expect((await button('Participants')).getAttribute('aria-expanded')).toBe('false');
});

const plugInHeadset = (): void => {
  const devices = devicesOfPage();
  devices.plugged = [...devices.plugged, { kind: 'audioinput', id: 'mic-2', label: 'Casque' }];
};
const chooseHeadset = async (user: UserEvent): Promise<void> => {
  await user.click(await button('Choisir le micro et les haut-parleurs'));
  await user.click(await screen.findByRole('radio', { name: 'Casque' }));
};
const liveIds = () => live().map((track) => track.getSettings().deviceId);

test('a device that cannot be used is told', async () => {
  plugInHeadset();
  const { user, session } = await draw();
  await user.click(await button('Activer le micro'));
  await button('Couper le micro');
  devicesOfPage().refusal = 'NotReadableError';
  await chooseHeadset(user);
  await expect
    .poll(() => session.toasts.current().map(({ text }) => text))
    .toEqual([expect.stringMatching(/^Cet appareil n'a pas pu être utilisé/)]);
});

test('a microphone that is chosen while another is opening is the one that is used', async () => {
  plugInHeadset();
  const opening = Promise.withResolvers<undefined>();
  devicesOfPage().ready = opening.promise;
  const { user } = await draw();
  await user.click(await button('Activer le micro'));
  await chooseHeadset(user);
  opening.resolve(undefined);
  await expect.poll(liveIds).toEqual(['mic-2']);
});

test('a microphone that is chosen while the connection is lost is the one that is used', async () => {
  plugInHeadset();
  const { user, room, losesConnection, getsConnectionBack } = await draw();
  await losesConnection();
  await user.click(await button('Activer le micro'));
  await button('Couper le micro');
  await chooseHeadset(user);
  await expect.poll(liveIds).toEqual(['mic-2']);
  await getsConnectionBack();
  await expect.poll(() => room.localParticipant.isMicrophoneEnabled).toBe(true);
  expect(liveIds()).toEqual(['mic-2']);
});
