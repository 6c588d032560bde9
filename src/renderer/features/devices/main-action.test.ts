import { expect, test } from 'vitest';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { isBeyondUser, mainAction } from './main-action.ts';

const trouble = (name: Diagnosis['name'], more: Partial<Diagnosis> = {}): Diagnosis => ({
  kind: 'microphone',
  name,
  refusedBy: null,
  holders: [],
  error: null,
  ...more,
});

test.each([
  [trouble('system-refused', { refusedBy: 'desktop-apps' }), 'win32', 'open-settings'],
  [trouble('system-refused', { refusedBy: 'app' }), 'darwin', 'open-settings'],
  [trouble('system-refused', { refusedBy: 'group' }), 'linux', 'retry'],
  [trouble('policy-refused', { refusedBy: 'policy' }), 'win32', null],
  [trouble('muted'), 'win32', 'open-sound'],
  [trouble('silent'), 'win32', 'open-sound'],
  [trouble('silent'), 'darwin', 'open-sound'],
  [trouble('silent'), 'linux', 'retry'],
  [trouble('silent', { kind: 'camera' }), 'win32', 'retry'],
  [trouble('silent', { kind: 'speaker' }), 'win32', 'open-sound'],
  [trouble('held'), 'win32', 'retry'],
  [trouble('unknown'), 'darwin', 'retry'],
  [trouble('no-device'), 'win32', null],
  [trouble('unplugged'), 'linux', null],
] as const)('%o on %s: %s', (diagnosis, platform, action) => {
  expect(mainAction(diagnosis, platform)).toBe(action);
});

test('what takes other rights is beyond the agent, what a switch of theirs mends is not', () => {
  expect(isBeyondUser(trouble('policy-refused', { refusedBy: 'policy' }))).toBe(true);
  expect(isBeyondUser(trouble('system-refused', { refusedBy: 'computer' }))).toBe(true);
  expect(isBeyondUser(trouble('system-refused', { refusedBy: 'desktop-apps' }))).toBe(false);
  expect(isBeyondUser(trouble('silent'))).toBe(false);
});
