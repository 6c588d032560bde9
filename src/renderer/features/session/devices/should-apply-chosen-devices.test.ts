import { expect, test } from 'vitest';
import type { Overlay } from '../../../ui/navigation/navigation-store.ts';
import { createShouldApplyChosenDevices } from './should-apply-chosen-devices.ts';

const devices = { name: 'devices', trouble: null } as const;
const refused = { name: 'link-refused', failure: { code: 'link-invalid' } } as const;

/** At which of these the chosen devices are taken. */
const taken = (...overlays: readonly (Overlay | null)[]): readonly boolean[] =>
  overlays.map(createShouldApplyChosenDevices());

test('what was chosen before the meeting is used from its start, once', () => {
  expect(taken(null, null)).toEqual([true, false]);
  expect(taken({ name: 'settings' }, null)).toEqual([false, true]);
});

test('what was chosen on the page of the devices is used when it is closed', () => {
  expect(taken(null, devices, null, null)).toEqual([true, false, true, false]);
  expect(taken(null, devices, refused, null)).toEqual([true, false, false, true]);
});

test('whoever closes the settings, or a link that leads nowhere, keeps the devices that they have', () => {
  expect(taken(null, { name: 'settings' }, null)).toEqual([true, false, false]);
  expect(taken(null, { name: 'accessibility' }, null, refused, null)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
