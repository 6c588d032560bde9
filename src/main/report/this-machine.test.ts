import { hostname, userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { thisMachine } from './this-machine.ts';

const machine = (platform: 'linux' | 'darwin' | 'win32') =>
  thisMachine({
    app: { getVersion: () => '1.2.3', getLocale: () => 'fr' },
    preferences: { getMediaAccessStatus: () => 'denied' },
    platform,
  });

test('a computer knows its own name and that of its account, which must not be told', () => {
  expect(machine('linux').computers()).toContain(hostname());
  expect(machine('linux').people()).toContain(userInfo().username);
});

test('Linux is told with its distribution and its display, and has no switch for the screen', async () => {
  const { name, display } = await machine('linux').system();
  expect(name).toMatch(/^.+, Linux$/);
  expect(display).not.toBeNull();
  expect(machine('linux').screen()).toBeNull();
});

test.each(['darwin', 'win32'] as const)('%s has a permission for the screen, and no display', (platform) => {
  expect(machine(platform).screen()).toBe('denied');
});
