import { expect, test } from 'vitest';
import { asksByItself } from './asks-by-itself.ts';

test.each([
  ['GNOME on Wayland', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, true],
  ['Plasma on Wayland', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':1' }, true],
  ['Xfce', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0.0' }, false],
  ['startx from a terminal', { XDG_SESSION_TYPE: 'tty', DISPLAY: ':0' }, false],
  ['a screen of a server, as in tests', { DISPLAY: ':99' }, false],
  [
    'a compositor that was started from a terminal',
    { XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-1' },
    false,
  ],
  ['remotely from Wayland', { XDG_SESSION_TYPE: 'wayland', DISPLAY: 'localhost:10.0' }, false],
])('on Linux: %s', (_desktop, env, expected) => {
  expect(asksByItself('linux', env)).toBe(expected);
});

test('Windows and macOS leave the choice to the app, whatever the environment says', () => {
  const env = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' };
  expect(asksByItself('win32', env)).toBe(false);
  expect(asksByItself('darwin', env)).toBe(false);
});
