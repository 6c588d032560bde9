import { expect, test } from 'vitest';
import { announcedNow, chooseBanner } from './choose-banner.ts';

const calm = {
  reconnecting: false,
  microphoneLost: false,
  voice: null,
  serviceReachable: true,
  soundBlocked: false,
  signInExpired: false,
  cameAsGuest: false,
  minutesLeft: 200,
  closedAt: null,
  headsetFound: false,
};

test('in a meeting where all is well no banner is in the way', () => {
  expect(chooseBanner(calm)).toBeNull();
});

test('everybody is told at 15, 5 and 1 minutes before the end, and at no other minute', () => {
  const told = Array.from({ length: 281 }, (_, minutes) => minutes).filter(
    (minutes) => chooseBanner({ ...calm, minutesLeft: minutes }) === 'time-left',
  );
  expect(told).toEqual([1, 5, 15]);
});

test('closing the announcement of 15 minutes does not silence the one of 5', () => {
  expect(chooseBanner({ ...calm, minutesLeft: 15, closedAt: 15 })).toBeNull();
  expect(chooseBanner({ ...calm, minutesLeft: 5, closedAt: 15 })).toBe('time-left');
  expect(announcedNow(5)).toBe(5);
});

test('the gravest trouble is the one that is read', () => {
  const all = {
    ...calm,
    reconnecting: true,
    microphoneLost: true,
    serviceReachable: false,
    soundBlocked: true,
  };
  expect(chooseBanner(all)).toBe('connection-lost');
  const connected = { ...all, reconnecting: false };
  expect(chooseBanner(connected)).toBe('microphone-lost');
  const plugged = { ...connected, microphoneLost: false };
  expect(chooseBanner({ ...plugged, voice: 'unheard' })).toBe('nobody-hears');
  expect(chooseBanner({ ...plugged, voice: 'speaking-muted' })).toBe('speaking-muted');
  expect(chooseBanner(plugged)).toBe('sound-blocked');
  const heard = { ...connected, microphoneLost: false, soundBlocked: false, minutesLeft: 1 };
  expect(chooseBanner(heard)).toBe('service-unreachable');
  const found = { ...calm, headsetFound: true };
  expect(chooseBanner({ ...found, minutesLeft: 1 })).toBe('time-left');
  expect(chooseBanner({ ...found, cameAsGuest: true })).toBe('came-as-guest');
  expect(chooseBanner({ ...found, cameAsGuest: true, minutesLeft: 1 })).toBe('time-left');
  expect(chooseBanner(found)).toBe('headset-found');
});
