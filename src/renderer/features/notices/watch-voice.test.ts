import { expect, test } from 'vitest';
import { watchVoice } from './watch-voice.ts';

const everyMs = 50;
/** The last word after readings of these levels, one every 50 ms. */
function after(levels: readonly number[], peak = 0.5) {
  const watch = watchVoice(everyMs);
  return levels.map((level, rank) => watch({ level, peak }, rank * everyMs)).at(-1);
}
const times = (count: number, level: number): readonly number[] => Array.from({ length: count }, () => level);

test('half a second of speech is speaking; a door that slams, breath and typing are not', () => {
  expect(after(times(10, 0.6))?.isSpeaking).toBe(true);
  expect(after([...times(3, 0.9), ...times(20, 0.1)])?.isSpeaking).toBe(false);
  expect(after(times(100, 0.4))?.isSpeaking).toBe(false);
});

test('who has stopped speaking is not told any more', () => {
  expect(after([...times(20, 0.7), ...times(40, 0)])?.isSpeaking).toBe(false);
});

test('a quiet room is a signal; exact zeros for four seconds are none', () => {
  expect(after(times(200, 0), 0.0001)?.signal).toBe('some');
  expect(after(times(100, 0), 0)?.signal).toBe('none');
});
