import { expect, test } from 'vitest';
import { hasSettingsPages, settingsAddress } from './settings-address.ts';

test.each([
  ['win32', true],
  ['darwin', true],
  ['linux', false],
] as const)('%s has pages of its own about devices: %s', (platform, has) => {
  expect(hasSettingsPages(platform)).toBe(has);
  for (const page of ['microphone', 'camera', 'speaker'] as const)
    expect(settingsAddress(page, platform) !== null).toBe(has);
});
