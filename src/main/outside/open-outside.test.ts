import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { openOutside } from './open-outside.ts';

const shell = { openExternal: vi.fn(async () => undefined) };
const opener = () => Object.assign(new EventEmitter(), { unref: vi.fn() });
afterEach(() => vi.useRealTimers());

function onLinux(env: Record<string, string> = {}) {
  const child = opener();
  const start = vi.fn(() => child as unknown as ChildProcess);
  return { child, start, open: openOutside({ platform: 'linux', shell, env, start }) };
}

test.each([
  [0, true],
  [3, false],
  [4, false],
  [null, false],
])('on Linux xdg-open that ends with %s has opened: %s', async (code, isOpened) => {
  const { child, open } = onLinux();
  const opened = open('https://visio.example');
  child.emit('exit', code);
  expect(await opened).toBe(isOpened);
});

test('an opener that runs on has become the program', async () => {
  vi.useFakeTimers();
  const opened = onLinux().open('https://visio.example');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await opened).toBe(true);
});

test('a computer without xdg-open opens nothing', async () => {
  const open = openOutside({
    platform: 'linux',
    shell,
    env: {},
    start: (_command, args, options) => spawn('/nowhere/xdg-open', args, options),
  });
  expect(await open('https://visio.example')).toBe(false);
});

test('nothing that the opener prints comes out of us, and it knows the true desktop', async () => {
  const env = { XDG_CURRENT_DESKTOP: 'Unity', ORIGINAL_XDG_CURRENT_DESKTOP: 'GNOME' };
  const { child, start, open } = onLinux(env);
  const opened = open('https://visio.example');
  child.emit('exit', 0);
  await opened;
  expect(start).toHaveBeenCalledWith(
    'xdg-open',
    ['https://visio.example'],
    expect.objectContaining({
      stdio: 'ignore',
      detached: true,
      env: expect.objectContaining({ XDG_CURRENT_DESKTOP: 'GNOME' }) as unknown,
    }),
  );
});

test('a mail goes to no browser', async () => {
  const { child, start, open } = onLinux({ BROWSER: 'firefox' });
  const opened = open('mailto:?subject=x');
  child.emit('exit', 0);
  await opened;
  expect(start).toHaveBeenCalledWith(
    'xdg-open',
    ['mailto:?subject=x'],
    expect.objectContaining({ env: expect.objectContaining({ BROWSER: 'false' }) as unknown }),
  );
});

test('elsewhere the system is asked, and its refusal is one', async () => {
  const asked = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('no program'));
  const open = openOutside({ platform: 'win32', shell: { openExternal: asked }, env: {} });
  expect([await open('https://a.example'), await open('https://b.example')]).toEqual([true, false]);
});
