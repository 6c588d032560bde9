import type { SystemPreferences } from 'electron';
import { expect, test, vi } from 'vitest';
import { mediaAccess, settingsAddress } from './media-access.ts';

const system = (status: string, asked = false) => {
  const askForMediaAccess = vi.fn(async () => asked);
  return {
    preferences: { getMediaAccessStatus: () => status, askForMediaAccess } as unknown as SystemPreferences,
    askForMediaAccess,
  };
};

test('macOS asks the first time, and never again after a refusal', async () => {
  const first = system('not-determined', true);
  expect(await mediaAccess('microphone', 'darwin', first.preferences)).toBe('granted');
  expect(first.askForMediaAccess).toHaveBeenCalledWith('microphone');
  const later = system('denied');
  expect(await mediaAccess('microphone', 'darwin', later.preferences)).toBe('denied');
  expect(later.askForMediaAccess).not.toHaveBeenCalled();
});

test('a Windows switch that nobody touched lets the app through', async () => {
  expect(await mediaAccess('camera', 'win32', system('not-determined').preferences)).toBe('granted');
  expect(await mediaAccess('camera', 'win32', system('restricted').preferences)).toBe('restricted');
});

test('Linux has no such switch, and no page to open', async () => {
  expect(await mediaAccess('camera', 'linux', system('granted').preferences)).toBe('unknown');
  expect(settingsAddress('camera', 'linux')).toBeNull();
  expect(settingsAddress('microphone', 'win32')).toBe('ms-settings:privacy-microphone');
});
