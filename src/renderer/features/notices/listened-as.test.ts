import { expect, test } from 'vitest';
import { listenedAs } from './listened-as.ts';

const opened = (deviceId: string) =>
  ({ label: deviceId, getSettings: () => ({ deviceId }) }) as unknown as MediaStreamTrack;

test('a microphone is listened to while it is on, and while it is muted', () => {
  expect(listenedAs('on', opened('headset'), 'headset')).toBe('on');
  expect(listenedAs('off', opened('headset'), 'headset')).toBe('muted');
  expect(listenedAs('off', opened('default'), 'default')).toBe('muted');
});

test('one that was muted is not listened to any more once another was chosen', () => {
  expect(listenedAs('off', opened('headset'), 'webcam')).toBe(null);
  expect(listenedAs('off', opened('headset'), 'default')).toBe(null);
});

test('whoever has not turned it on, or only tries it, is not listened to', () => {
  expect(listenedAs('off', null, 'default')).toBe(null);
  expect(listenedAs('ready', opened('headset'), 'headset')).toBe(null);
});
