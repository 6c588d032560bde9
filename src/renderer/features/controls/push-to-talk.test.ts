import { expect, test } from 'vitest';
import { createPushToTalk } from './push-to-talk.ts';

function rig() {
  const state = { isOn: false, time: 0, latched: 0 };
  const talk = createPushToTalk({
    canTalk: () => !state.isOn,
    isOn: () => state.isOn,
    on: () => (state.isOn = true),
    off: () => (state.isOn = false),
    onLatched: () => (state.latched += 1),
    now: () => state.time,
  });
  const tap = (heldMs: number): void => {
    talk.press();
    state.time += heldMs;
    talk.release();
  };
  return { state, talk, tap };
}

test('one talks as long as the key is held', () => {
  const { state, talk } = rig();
  talk.press();
  expect(state.isOn).toBe(true);
  state.time = 3000;
  talk.release();
  expect(state.isOn).toBe(false);
});

test('two quick presses keep the microphone on, and the next one mutes it', () => {
  const { state, tap } = rig();
  tap(80);
  state.time += 100;
  tap(80);
  expect(state).toMatchObject({ isOn: true, latched: 1 });
  state.time += 5000;
  tap(80);
  expect(state.isOn).toBe(false);
});

test('two presses far from one another latch nothing', () => {
  const { state, tap } = rig();
  tap(80);
  state.time += 1000;
  tap(80);
  expect(state).toMatchObject({ isOn: false, latched: 0 });
});

test('whoever has turned the microphone on by the button is not muted by the key', () => {
  const { state, tap } = rig();
  state.isOn = true;
  tap(500);
  expect(state.isOn).toBe(true);
});

test('muted by the button while latched, the key talks again', () => {
  const { state, tap, talk } = rig();
  tap(80);
  tap(80);
  state.isOn = false;
  state.time += 5000;
  talk.press();
  expect(state.isOn).toBe(true);
  talk.release();
  expect(state.isOn).toBe(false);
});
