import { expect, test } from 'vitest';
import { followSignal } from './signal.ts';

test('a device that gives nothing is told so after four seconds, not before', () => {
  const signal = followSignal(1000);
  expect(signal(false, 1000)).toBe('not-yet');
  expect(signal(false, 4999)).toBe('not-yet');
  expect(signal(false, 5000)).toBe('none');
});

test('a pause is no silence, and whoever switches the microphone off in mid-speech is told', () => {
  const signal = followSignal(0);
  expect(signal(true, 500)).toBe('some');
  expect(signal(false, 4000)).toBe('some');
  expect(signal(false, 4500)).toBe('none');
  expect(signal(true, 4600)).toBe('some');
});
