import { expect, test, vi } from 'vitest';
import { nothingTold, type SystemFacts } from '../../shared/devices/system-facts.ts';
import { readMacosFacts } from './macos-facts.ts';
import { factsReader, shareReads } from './read-system-facts.ts';
import { systemSettingsUri } from './system-settings-uri.ts';

test('a system that hangs has told nothing, in time', async () => {
  const hangs = vi.fn(() => new Promise<SystemFacts>(() => undefined));
  const readFacts = shareReads(hangs, { limitMs: 50 });
  const noAnswer = { ...nothingTold, raw: { look: 'no answer' } };
  expect(await readFacts('camera')).toEqual(noAnswer);
  // And is not asked again while it hangs.
  expect(await readFacts('camera')).toEqual(noAnswer);
  expect(hangs).toHaveBeenCalledOnce();
});

test('a system that hung and answers again is looked at again, and never twice at once', async () => {
  let clock = 0;
  const { promise, resolve } = Promise.withResolvers<SystemFacts>();
  const found: SystemFacts = { ...nothingTold, present: 1 };
  const inner = vi.fn(async () => found).mockReturnValueOnce(promise);
  const readFacts = shareReads(inner, { limitMs: 20, now: () => clock });
  await readFacts('camera');
  clock = 60_000;
  expect((await readFacts('camera')).raw).toEqual({ look: 'no answer' });
  expect(inner).toHaveBeenCalledOnce();
  resolve(nothingTold);
  await promise;
  clock += 500;
  expect(await readFacts('camera')).toEqual(found);
});

test('a reader that fails has told nothing', async () => {
  const readFacts = shareReads(() => Promise.reject(new Error('broken')));
  expect(await readFacts('camera')).toEqual({ ...nothingTold, raw: { look: 'failed' } });
});

test('however often the page asks, a kind is looked at once at a time, and twice a second at most', async () => {
  let clock = 0;
  const { promise, resolve } = Promise.withResolvers<SystemFacts>();
  const inner = vi.fn(() => promise);
  const readFacts = shareReads(inner, { now: () => clock });
  const all = Promise.all([readFacts('camera'), readFacts('camera'), readFacts('microphone')]);
  resolve(nothingTold);
  await all;
  expect(inner.mock.calls).toEqual([['camera'], ['microphone']]);
  clock = 400;
  await readFacts('camera');
  expect(inner).toHaveBeenCalledTimes(2);
  clock = 600;
  await readFacts('camera');
  expect(inner).toHaveBeenCalledTimes(3);
});

test('this system answers, whatever it has', async () => {
  const readFacts = shareReads(factsReader(process.platform, () => 'unknown', '/nonexistent'));
  for (const kind of ['microphone', 'camera', 'speaker'] as const) {
    expect((await readFacts(kind)).raw).not.toHaveProperty('look');
  }
});

// Each value of AVAuthorizationStatus, by the names that Electron gives them.
test.each([
  ['granted', 'granted', null],
  ['denied', 'denied', 'app'],
  ['restricted', 'restricted', 'policy'],
  ['not-determined', 'undecided', null],
  ['unknown', 'unknown', null],
] as const)('macOS: %s', (status, access, refusedBy) => {
  expect(readMacosFacts('camera', () => status)).toEqual({
    ...nothingTold,
    access,
    refusedBy,
    raw: { status },
  });
});

test('a speaker asks nobody on a Mac', () => {
  expect(readMacosFacts('speaker', () => 'denied')).toEqual(nothingTold);
});

test('a page of the system is one of few, and Linux has none', () => {
  expect(systemSettingsUri('microphone', 'darwin')).toMatch(
    /^x-apple\.systempreferences:.*Privacy_Microphone$/,
  );
  expect(systemSettingsUri('screen', 'darwin')).toMatch(/Privacy_ScreenCapture$/);
  expect(systemSettingsUri('camera', 'win32')).toBe('ms-settings:privacy-webcam');
  expect(systemSettingsUri('speaker', 'win32')).toBe('ms-settings:sound');
  expect(systemSettingsUri('screen', 'win32')).toBeNull();
  expect(systemSettingsUri('camera', 'linux')).toBeNull();
});
