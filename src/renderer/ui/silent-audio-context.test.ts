import { expect, test } from 'vitest';
import { isGoingOn } from './silent-audio-context.ts';

test('a context that is « running » by a clock that stands still measures nothing', () => {
  const context = { state: 'running' as AudioContextState, currentTime: 0 };
  const measures = isGoingOn(context);
  expect(measures()).toBe(false);
  // The last buffer that the speaker took before it stood still (PulseAudio 16, Chromium 130).
  context.currentTime = 0.0116;
  expect(measures()).toBe(true);
  expect(measures()).toBe(false);
  context.state = 'suspended';
  context.currentTime = 0.05;
  expect(measures()).toBe(false);
});
