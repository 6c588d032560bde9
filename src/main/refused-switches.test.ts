import { expect, test } from 'vitest';
import { refusedAtStart } from './refused-switches.ts';

const startedWith = (...switches: string[]) => ({ hasSwitch: (name: string) => switches.includes(name) });

test('a start that would open the app to another program is named', () => {
  expect(refusedAtStart(startedWith('remote-debugging-port'), {})).toBe('--remote-debugging-port');
  expect(refusedAtStart(startedWith('lang', 'ignore-certificate-errors'), {})).toBe(
    '--ignore-certificate-errors',
  );
  expect(refusedAtStart(startedWith('no-sandbox'), {})).toBe('--no-sandbox');
});

test('a variable that has keys or addresses written down is named, an empty one is none', () => {
  expect(refusedAtStart(startedWith(), { SSLKEYLOGFILE: '/tmp/keys' })).toBe('SSLKEYLOGFILE');
  expect(refusedAtStart(startedWith(), { SSLKEYLOGFILE: '', PATH: '/usr/bin' })).toBeNull();
});

test('what a desktop or an administrator sets is left alone', () => {
  const usual = startedWith('user-data-dir', 'proxy-server', 'ozone-platform', 'enable-features', 'lang');
  expect(refusedAtStart(usual, { HTTPS_PROXY: 'http://proxy.example', LANG: 'fr_FR.UTF-8' })).toBeNull();
});
