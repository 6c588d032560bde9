import { expect, test } from 'vitest';
import { refusedSwitch } from './refused-switches.ts';

const startedWith = (...switches: string[]) => ({ hasSwitch: (name: string) => switches.includes(name) });

test('a start that would open the app to a debugger is named', () => {
  expect(refusedSwitch(startedWith('remote-debugging-port'))).toBe('remote-debugging-port');
  expect(refusedSwitch(startedWith('lang', 'ignore-certificate-errors'))).toBe('ignore-certificate-errors');
});

test('what a desktop or an administrator sets is left alone', () => {
  expect(refusedSwitch(startedWith('user-data-dir', 'proxy-server', 'ozone-platform'))).toBeNull();
});
