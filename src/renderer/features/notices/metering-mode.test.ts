import { expect, test } from 'vitest';
import { meteringMode } from './metering-mode.ts';

const opened = (deviceId: string) =>
  ({ label: deviceId, getSettings: () => ({ deviceId }) }) as unknown as MediaStreamTrack;

test('a microphone is listened to while it is on, and while it is muted', () => {
  expect(meteringMode('on', opened('headset'), 'headset')).toBe('on');
  expect(meteringMode('off', opened('headset'), 'headset')).toBe('muted');
  expect(meteringMode('off', opened('default'), 'default')).toBe('muted');
});

test('one that was muted is not listened to any more once another was chosen', () => {
  expect(meteringMode('off', opened('headset'), 'webcam')).toBe(null);
  expect(meteringMode('off', opened('headset'), 'default')).toBe(null);
});

test('whoever has not turned it on, or only tries it, is not listened to', () => {
  expect(meteringMode('off', null, 'default')).toBe(null);
  expect(meteringMode('ready', opened('headset'), 'headset')).toBe(null);
});
