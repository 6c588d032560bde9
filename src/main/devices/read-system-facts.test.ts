import { expect, test, vi } from 'vitest';
import { nothingTold, type SystemFacts } from '../../shared/devices/system-facts.ts';
import { lookOnMacos } from './macos-facts.ts';
import { lookOn, lookOnce } from './read-system-facts.ts';
import { settingsAddress } from './settings-address.ts';

test('a system that hangs has told nothing, in time', async () => {
  const hangs = vi.fn(() => new Promise<SystemFacts>(() => undefined));
  const look = lookOnce(hangs, { limitMs: 50 });
  const noAnswer = { ...nothingTold, raw: { look: 'no answer' } };
  expect(await look('camera')).toEqual(noAnswer);
  // And is not asked again while it hangs.
  expect(await look('camera')).toEqual(noAnswer);
  expect(hangs).toHaveBeenCalledOnce();
});

test('a system that hung and answers again is looked at again, and never twice at once', async () => {
  let clock = 0;
  const { promise, resolve } = Promise.withResolvers<SystemFacts>();
  const found: SystemFacts = { ...nothingTold, present: 1 };
  const inner = vi.fn(async () => found).mockReturnValueOnce(promise);
  const look = lookOnce(inner, { limitMs: 20, now: () => clock });
  await look('camera');
  clock = 60_000;
  expect((await look('camera')).raw).toEqual({ look: 'no answer' });
  expect(inner).toHaveBeenCalledOnce();
  resolve(nothingTold);
  await promise;
  clock += 500;
  expect(await look('camera')).toEqual(found);
});

test('a reader that fails has told nothing', async () => {
  const look = lookOnce(() => Promise.reject(new Error('broken')));
  expect(await look('camera')).toEqual({ ...nothingTold, raw: { look: 'failed' } });
});

test('however often the page asks, a kind is looked at once at a time, and twice a second at most', async () => {
  let clock = 0;
  const { promise, resolve } = Promise.withResolvers<SystemFacts>();
  const inner = vi.fn(() => promise);
  const look = lookOnce(inner, { now: () => clock });
  const all = Promise.all([look('camera'), look('camera'), look('microphone')]);
  resolve(nothingTold);
  await all;
  expect(inner.mock.calls).toEqual([['camera'], ['microphone']]);
  clock = 400;
  await look('camera');
  expect(inner).toHaveBeenCalledTimes(2);
  clock = 600;
  await look('camera');
  expect(inner).toHaveBeenCalledTimes(3);
});

test('this system answers, whatever it has', async () => {
  const look = lookOnce(lookOn(process.platform, () => 'unknown', '/nonexistent'));
  for (const kind of ['microphone', 'camera', 'speaker'] as const) {
    expect((await look(kind)).raw).not.toHaveProperty('look');
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
  expect(lookOnMacos('camera', () => status)).toEqual({
    ...nothingTold,
    access,
    refusedBy,
    raw: { status },
  });
});

test('a speaker asks nobody on a Mac', () => {
  expect(lookOnMacos('speaker', () => 'denied')).toEqual(nothingTold);
});

test('a page of the system is one of few, and Linux has none', () => {
  expect(settingsAddress('microphone', 'darwin')).toMatch(
    /^x-apple\.systempreferences:.*Privacy_Microphone$/,
  );
  expect(settingsAddress('screen', 'darwin')).toMatch(/Privacy_ScreenCapture$/);
  expect(settingsAddress('camera', 'win32')).toBe('ms-settings:privacy-webcam');
  expect(settingsAddress('speaker', 'win32')).toBe('ms-settings:sound');
  expect(settingsAddress('screen', 'win32')).toBeNull();
  expect(settingsAddress('camera', 'linux')).toBeNull();
});
