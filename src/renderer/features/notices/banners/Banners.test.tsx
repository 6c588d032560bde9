import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import { settled } from '../../../testing/settled.ts';
import { pageClock } from '../../../ui/page-clock.ts';
import { renderInRoom } from '../../session/testing/render-in-room.tsx';
import type { DeviceNotices } from '../use-device-notices.ts';
import { Banners } from './Banners.tsx';

const devices = {
  microphoneLost: false,
  dismissLost: vi.fn<() => void>(),
  voice: null,
  dismissUnheard: vi.fn<() => void>(),
  headset: {
    offer: null,
    accept: vi.fn(async () => undefined),
    decline: vi.fn<() => void>(),
  },
} satisfies DeviceNotices;

const draw = (
  told: Partial<DeviceNotices> = {},
  options: NonNullable<Parameters<typeof renderInRoom>[1]> = {},
) => renderInRoom(<Banners devices={{ ...devices, ...told }} />, options);
const banner = () => screen.getByRole('status').textContent;
const button = (name: string) => screen.getByRole('button', { name });

test('where all is well the place of the banners is there, and empty', async () => {
  await draw();
  expect(banner()).toBe('');
});

test('a lost connection is told for as long as it is repaired', async () => {
  const { losesConnection } = await draw();
  await losesConnection();
  expect(banner()).toBe('Connexion perdue, reconnexion en cours…');
  expect(screen.queryByRole('button')).toBeNull();
});

test('a microphone that is gone is turned on again by the button of its banner', async () => {
  const { user, session } = await draw({ microphoneLost: true });
  expect(banner()).toContain("Votre micro n'est plus disponible");
  await user.click(button('Réactiver le micro'));
  await expect.poll(() => session.ownTracks.microphone.state()).toBe('on');
  await user.click(button('Masquer ce message'));
  expect(devices.dismissLost).toHaveBeenCalledOnce();
});

test('whoever shares their screen is told so, and stops it there', async () => {
  const { user, session } = await draw({}, { answers: { 'screen:stopped': ok() } });
  await act(() => session.ownTracks.screen.turnOn());
  expect(banner()).toContain('Vous partagez votre écran.');
  await user.click(button('Arrêter'));
  await expect.poll(banner).toBe('');
  expect(session.ownTracks.screen.media()).toBeNull();
});

test('a headset that was plugged in is used after a yes, and left alone after the cross', async () => {
  const offer = { microphone: null, speaker: { id: 'out-2', name: 'Casque' } };
  const { user } = await draw({ headset: { ...devices.headset, offer } });
  expect(banner()).toMatch(/«\sCasque\s» est branché\./);
  await user.click(button("L'utiliser"));
  expect(devices.headset.accept).toHaveBeenCalledOnce();
  await user.click(button('Masquer ce message'));
  expect(devices.headset.decline).toHaveBeenCalledOnce();
});

test('the time that is left is told, and closed for that announcement alone', async () => {
  const endsIn = (minutes: number) => new Date(pageClock() + minutes * 60_000 - 1000).toISOString();
  const expiresAt = endsIn(5);
  const { user } = await draw({}, { meeting: { expiresAt, serverNow: new Date(pageClock()).toISOString() } });
  expect(banner()).toMatch(/^La réunion se termine dans 5\smin/);
  await user.click(button('Masquer ce message'));
  expect(banner()).toBe('');
});

test('an agent whom the own service took for a guest is told, until they have read it', async () => {
  const signIn = { name: 'signed-in', displayName: 'Agent', notKept: null } as const;
  const { user } = await draw({}, { self: { verified: 'guest' }, signIn });
  expect(banner()).toContain('Vous participez comme invité');
  await user.click(button('Masquer ce message'));
  expect(banner()).toBe('');
});

test('a sign-in that has expired is begun again by the button of its banner', async () => {
  const { user, main } = await draw(
    {},
    { signIn: { name: 'signed-in', displayName: 'Agent', notKept: null } },
  );
  await act(async () => {
    main.announce('sign-in:state', { name: 'expired' });
    await settled();
  });
  expect(banner()).toContain('Votre connexion a expiré.');
  await user.click(button("S'identifier"));
  expect(main.asked).toContain('sign-in:start');
  await user.click(button('Masquer ce message'));
  expect(banner()).toBe('');
});
