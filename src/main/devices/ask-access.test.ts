import { expect, test, vi } from 'vitest';
import { askAccess } from './ask-access.ts';

const system = (status: ReturnType<Electron.SystemPreferences['getMediaAccessStatus']>, asked = false) => ({
  getMediaAccessStatus: () => status,
  askForMediaAccess: vi.fn(async () => asked),
});

test('macOS asks the first time, and never again after a refusal', async () => {
  const first = system('not-determined', true);
  expect(await askAccess('microphone', 'darwin', first)).toBe('granted');
  expect(first.askForMediaAccess).toHaveBeenCalledWith('microphone');
  const later = system('denied');
  expect(await askAccess('microphone', 'darwin', later)).toBe('denied');
  expect(later.askForMediaAccess).not.toHaveBeenCalled();
});

test('a Windows switch that nobody touched lets the app through', async () => {
  expect(await askAccess('camera', 'win32', system('not-determined'))).toBe('granted');
  expect(await askAccess('camera', 'win32', system('restricted'))).toBe('restricted');
});

test('Linux has no such switch', async () => {
  expect(await askAccess('camera', 'linux', system('granted'))).toBe('unknown');
});
