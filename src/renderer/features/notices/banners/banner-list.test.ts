import { expect, test } from 'vitest';
import { admission } from '../../meeting/testing/fake-meeting.ts';
import { chooseBanner, type ClosedBanners } from './banner-list.ts';
import type { BannerState } from './banner.ts';

const nothing = (): void => undefined;
const calm: BannerState = {
  connection: 'connected',
  devices: {
    microphoneLost: false,
    dismissLost: nothing,
    voice: null,
    dismissUnheard: nothing,
    headset: { offer: null, accept: () => Promise.resolve(), decline: nothing },
  },
  serviceReachable: true,
  soundBlocked: false,
  screen: { isShared: false, stop: nothing },
  signIn: {
    state: { name: 'signed-out', trouble: null, keychain: null },
    noticeClosed: false,
    refusal: null,
    start: nothing,
    cancel: nothing,
    signOut: nothing,
    closeNotice: nothing,
  },
  stay: { trust: 'own', self: admission.participant, meeting: admission.meeting },
  minutesLeft: 200,
  language: 'fr',
  unmute: nothing,
  explainSilence: nothing,
  startSound: nothing,
};
const chosen = (state: BannerState, closed: ClosedBanners = new Map()) =>
  chooseBanner(state, closed)?.name ?? null;
const withDevices = (state: BannerState, devices: Partial<BannerState['devices']>): BannerState => ({
  ...state,
  devices: { ...state.devices, ...devices },
});
const offer = { microphone: { id: 'casque', name: 'Casque' }, speaker: null };
const asGuest = (state: BannerState): BannerState => ({
  ...state,
  signIn: { ...state.signIn, state: { name: 'signed-in', displayName: 'Agent', notKept: null } },
  stay: { ...state.stay, self: { ...state.stay.self, verified: 'guest' } },
});

test('in a meeting where all is well no banner is in the way', () => {
  expect(chosen(calm)).toBeNull();
});

test('everybody is told at 15, 5 and 1 minutes before the end, and at no other minute', () => {
  const told = Array.from({ length: 281 }, (_, minutes) => minutes).filter(
    (minutes) => chosen({ ...calm, minutesLeft: minutes }) === 'time-left',
  );
  expect(told).toEqual([1, 5, 15]);
});

test('closing the announcement of 15 minutes does not silence the one of 5', () => {
  const closed = new Map([['time-left', 15]]);
  expect(chosen({ ...calm, minutesLeft: 15 }, closed)).toBeNull();
  expect(chosen({ ...calm, minutesLeft: 5 }, closed)).toBe('time-left');
});

test('the gravest trouble is the one that is read', () => {
  const all = withDevices(
    { ...calm, connection: 'reconnecting', serviceReachable: false, soundBlocked: true },
    { microphoneLost: true },
  );
  expect(chosen(all)).toBe('connection-lost');
  const connected: BannerState = { ...all, connection: 'connected' };
  expect(chosen(connected)).toBe('microphone-lost');
  const plugged = withDevices(connected, { microphoneLost: false });
  expect(chosen(withDevices(plugged, { voice: 'unheard' }))).toBe('nobody-hears');
  expect(chosen(withDevices(plugged, { voice: 'speaking-muted' }))).toBe('speaking-muted');
  expect(chosen(plugged)).toBe('sound-blocked');
  expect(chosen({ ...plugged, soundBlocked: false, minutesLeft: 1 })).toBe('service-unreachable');
  const found = withDevices(calm, { headset: { ...calm.devices.headset, offer } });
  expect(chosen({ ...found, minutesLeft: 1 })).toBe('time-left');
  const guest = asGuest(found);
  expect(chosen({ ...guest, minutesLeft: 1 })).toBe('time-left');
  expect(chosen(guest)).toBe('headset-found');
  expect(chosen(asGuest(calm))).toBe('came-as-guest');
  const sharing: BannerState = { ...guest, screen: { isShared: true, stop: nothing } };
  expect(chosen({ ...sharing, minutesLeft: 1 })).toBe('time-left');
  expect(chosen(sharing)).toBe('sharing-screen');
});

test('somebody who is signed in is told where the own service took them for a guest, until they have read it', () => {
  expect(chosen(asGuest(calm))).toBe('came-as-guest');
  expect(chosen(asGuest(calm), new Map([['came-as-guest', 'this meeting']]))).toBeNull();
  expect(chosen({ ...asGuest(calm), signIn: calm.signIn })).toBeNull();
  expect(chosen({ ...asGuest(calm), stay: { ...asGuest(calm).stay, trust: 'foreign' } })).toBeNull();
});

test('a sign-in that has expired is told until the notice is closed', () => {
  const expired: BannerState = { ...calm, signIn: { ...calm.signIn, state: { name: 'expired' } } };
  expect(chosen(expired)).toBe('sign-in-expired');
  expect(chosen({ ...expired, signIn: { ...expired.signIn, noticeClosed: true } })).toBeNull();
});
