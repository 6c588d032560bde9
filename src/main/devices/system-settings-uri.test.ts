import { expect, test } from 'vitest';
import { capabilitiesOn } from '../../shared/host-system.ts';
import { systemSettingsUri } from './system-settings-uri.ts';

test.each([
  ['win32', true],
  ['darwin', true],
  ['linux', false],
] as const)('%s has pages of its own about devices: %s', (platform, has) => {
  expect(capabilitiesOn(platform).openSystemSettings).toBe(has);
  for (const page of ['microphone', 'camera', 'speaker'] as const)
    expect(systemSettingsUri(page, platform) !== null).toBe(has);
});
