import { act, screen, waitForElementToBeRemoved } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { nothingTold } from '../../../shared/devices/system-facts.ts';
import { ok } from '../../../shared/result.ts';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import type { Answers } from '../../testing/main-process.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { JoinModeDialog } from './JoinModeDialog.tsx';

const draw = async (answers: Answers = {}) => {
  const [onMicrophone, onListen] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const page = await renderInRoom(<JoinModeDialog onMicrophone={onMicrophone} onListen={onListen} />, {
    answers,
  });
  return { ...page, onMicrophone, onListen };
};

const open = (wanted: 'audio' | 'video'): number =>
  devicesOfPage().opened.filter(({ kind, readyState }) => kind === wanted && readyState === 'live').length;
const openCameras = (): number => open('video');

test('the question is read with both answers, and which microphone would be used', async () => {
  const { user, onMicrophone, onListen } = await draw();
  expect(screen.getByRole('dialog', { name: /^Comment désirez-vous rejoindre/ })).toBeDefined();
  expect(await screen.findByText('Microphone utilisé : Micro du portable')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Microphone' }));
  await user.click(screen.getByRole('button', { name: 'Écoute seule' }));
  expect(onMicrophone).toHaveBeenCalledOnce();
  expect(onListen).toHaveBeenCalledOnce();
});

test('the camera is off until it is turned on, is seen by its owner alone, and closed again', async () => {
  const { user, room } = await draw();
  const camera = screen.getByRole('switch', { name: 'Rejoindre avec la caméra' });
  expect(openCameras()).toBe(0);
  await user.click(camera);
  expect(await screen.findByLabelText('Aperçu de votre caméra')).toBeDefined();
  expect(openCameras()).toBe(1);
  expect(room.localParticipant.trackPublications.size).toBe(0);
  await user.click(camera);
  expect(screen.queryByLabelText('Aperçu de votre caméra')).toBeNull();
  expect(openCameras()).toBe(0);
});

test('a camera that does not open leads to the page that says why', async () => {
  const { user, meeting, main } = await draw();
  devicesOfPage().refusal = 'NotReadableError';
  await user.click(screen.getByRole('switch', { name: 'Rejoindre avec la caméra' }));
  await main.answer('media:look', ok(nothingTold));
  expect(meeting.overlay()).toMatchObject({ name: 'devices', trouble: { kind: 'camera' } });
});

test('« Changer de matériel » opens the page of the devices', async () => {
  const { user, meeting } = await draw();
  await user.click(screen.getByRole('button', { name: 'Changer de matériel' }));
  expect(meeting.overlay()).toEqual({ name: 'devices', trouble: null });
});

test('a microphone that does not open is told, and opened once something is plugged in', async () => {
  devicesOfPage().refusal = 'NotReadableError';
  await draw({ 'media:look': ok(nothingTold) });
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  devicesOfPage().refusal = null;
  act(() => devicesOfPage().change(devicesOfPage().plugged));
  await waitForElementToBeRemoved(() => screen.queryByRole('alert'));
  expect(open('audio')).toBe(1);
});

test('where opening the microphone would ask something, it is not opened before one has chosen', async () => {
  const query = vi.spyOn(navigator.permissions, 'query');
  query.mockResolvedValue({ state: 'prompt' } as PermissionStatus);
  await draw();
  expect(query).toHaveBeenCalledWith({ name: 'microphone' });
  expect(devicesOfPage().opened).toEqual([]);
  query.mockRestore();
});
