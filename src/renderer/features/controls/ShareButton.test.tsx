import { TrackSource } from '@livekit/protocol';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { ShareButton } from './ShareButton.tsx';

const draw = (options: Parameters<typeof renderInRoom>[1] = {}) =>
  renderInRoom(<ShareButton />, { answers: { 'screen:stopped': ok() }, ...options });
const button = (name: string) => screen.findByRole('button', { name });
type Drawn = Awaited<ReturnType<typeof draw>>;
const told = ({ session }: Pick<Drawn, 'session'>) => session.toasts.current().map(({ text }) => text);

test('a click shares what its user chooses, and the next one stops it', async () => {
  const { user, room } = await draw();
  await user.click(await button("Partager l'écran"));
  await expect.poll(() => room.localParticipant.isScreenShareEnabled).toBe(true);
  await user.click(await button('Arrêter le partage'));
  expect(await button("Partager l'écran")).toBeDefined();
  expect(room.localParticipant.isScreenShareEnabled).toBe(false);
});

test('whoever chooses nothing is told nothing; what cannot be captured is told', async () => {
  const { user, session } = await draw();
  devicesOfPage().screenRefusal = 'NotAllowedError';
  await user.click(await button("Partager l'écran"));
  expect(await button("Partager l'écran")).toBeDefined();
  expect(told({ session })).toEqual([]);
  devicesOfPage().screenRefusal = 'NotReadableError';
  await user.click(await button("Partager l'écran"));
  await expect
    .poll(() => told({ session }))
    .toEqual([expect.stringMatching(/^Le partage n'a pas pu commencer/)]);
});

test('whom a moderator lets share nothing reads so, and nobody asks them what to share', async () => {
  const page = await draw();
  await page.allows(TrackSource.MICROPHONE, TrackSource.CAMERA);
  const share = await button("Partager l'écran");
  expect(share.getAttribute('aria-disabled')).toBe('true');
  await page.user.click(share);
  expect(told(page)).toEqual(["Le partage d'écran ne vous est pas permis dans cette réunion."]);
  expect(devicesOfPage().opened).toEqual([]);
  await page.allows(TrackSource.SCREEN_SHARE);
  expect(share.getAttribute('aria-disabled')).toBe('false');
});

test('a right that a moderator takes ends the share', async () => {
  const { user, room, allows } = await draw();
  await user.click(await button("Partager l'écran"));
  await expect.poll(() => room.localParticipant.isScreenShareEnabled).toBe(true);
  await allows(TrackSource.MICROPHONE);
  expect(await button("Partager l'écran")).toBeDefined();
  expect(devicesOfPage().opened.map(({ readyState }) => readyState)).toEqual(['ended']);
});

test('where the administrator has turned it off, there is no button', async () => {
  await draw({ settings: { screenShare: false } });
  expect(screen.queryByRole('button')).toBeNull();
});

test('a browser that can share nothing has no button', async () => {
  Object.defineProperty(devicesOfPage(), 'getDisplayMedia', { value: undefined });
  await draw();
  expect(screen.queryByRole('button')).toBeNull();
});
