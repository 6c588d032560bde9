import { expect, test } from 'vitest';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { isBeyondUser, primaryAction } from './primary-action.ts';

const trouble = (name: Diagnosis['name'], more: Partial<Diagnosis> = {}): Diagnosis => ({
  kind: 'microphone',
  name,
  refusedBy: null,
  holders: [],
  error: null,
  ...more,
});

/** Windows and macOS; Linux. */
const withSettings = { openSystemSettings: true };
const withoutSettings = { openSystemSettings: false };

test.each([
  [trouble('system-refused', { refusedBy: 'desktop-apps' }), withSettings, 'open-settings'],
  [trouble('system-refused', { refusedBy: 'app' }), withSettings, 'open-settings'],
  [trouble('system-refused', { refusedBy: 'group' }), withoutSettings, 'retry'],
  [trouble('policy-refused', { refusedBy: 'policy' }), withSettings, null],
  [trouble('muted'), withSettings, 'open-sound'],
  [trouble('silent'), withSettings, 'open-sound'],
  [trouble('silent'), withoutSettings, 'retry'],
  [trouble('silent', { kind: 'camera' }), withSettings, 'retry'],
  [trouble('silent', { kind: 'speaker' }), withSettings, 'open-sound'],
  [trouble('held'), withSettings, 'retry'],
  [trouble('unknown'), withSettings, 'retry'],
  [trouble('no-device'), withSettings, null],
  [trouble('unplugged'), withoutSettings, null],
] as const)('%o where it %o: %s', (diagnosis, can, action) => {
  expect(primaryAction(diagnosis, can)).toBe(action);
});

test('what takes other rights is beyond the agent, what a switch of theirs mends is not', () => {
  expect(isBeyondUser(trouble('policy-refused', { refusedBy: 'policy' }))).toBe(true);
  expect(isBeyondUser(trouble('system-refused', { refusedBy: 'computer' }))).toBe(true);
  expect(isBeyondUser(trouble('system-refused', { refusedBy: 'desktop-apps' }))).toBe(false);
  expect(isBeyondUser(trouble('silent'))).toBe(false);
});
