import { expect, test } from 'vitest';
import { detectSilence } from './silence-detector.ts';

/** The last word after readings, one every 50 ms from `from` to `to` ms. */
function read(
  signal: ReturnType<typeof detectSilence>,
  isThere: boolean,
  from: number,
  to: number,
): ReturnType<ReturnType<typeof detectSilence>> {
  let said = signal(isThere, from);
  for (let now = from + 50; now <= to; now += 50) said = signal(isThere, now);
  return said;
}

test('a device that gives nothing is told so after four seconds, not before', () => {
  const signal = detectSilence();
  expect(read(signal, false, 1000, 4950)).toBe('not-yet');
  expect(read(signal, false, 5000, 5000)).toBe('none');
});

test('a pause is no silence, and whoever switches the microphone off in mid-speech is told', () => {
  const signal = detectSilence();
  expect(read(signal, true, 0, 500)).toBe('some');
  expect(read(signal, false, 550, 4450)).toBe('some');
  expect(read(signal, false, 4500, 4500)).toBe('none');
  expect(signal(true, 4600)).toBe('some');
});

test('what was not measured is not silence: a sleep, or a clock that stood still, counts as one reading', () => {
  const signal = detectSilence();
  expect(read(signal, false, 0, 1000)).toBe('not-yet');
  expect(read(signal, false, 3_600_000, 3_601_900)).toBe('not-yet');
  expect(signal(false, 3_602_000)).toBe('none');
});
