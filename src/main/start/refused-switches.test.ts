import { expect, test } from 'vitest';
import { refusedAtStart } from './refused-switches.ts';

/** A start whose command line is read as Chromium reads it on Linux: one hyphen or two, until `--`. */
function start(argv: readonly string[], env: Readonly<Record<string, string>> = {}, byElectron = '') {
  const end = argv.indexOf('--');
  const read = new Set((end === -1 ? argv : argv.slice(0, end)).map((each) => /^--?([^=]+)/.exec(each)?.[1]));
  const hasSwitch = (name: string): boolean => read.has(name) || name === byElectron;
  return refusedAtStart({ commandLine: { hasSwitch }, argv, env });
}

test('a start that would open the app to another program is named', () => {
  expect(start(['visio-agents', '--remote-debugging-port=0'])).toBe('--remote-debugging-port');
  expect(start(['visio-agents', '-remote-debugging-port=0'])).toBe('--remote-debugging-port');
  expect(start(['visio-agents', '--lang=fr', '--ignore-certificate-errors'])).toBe(
    '--ignore-certificate-errors',
  );
  expect(start(['visio-agents', '--no-sandbox'])).toBe('--no-sandbox');
});

test('a variable that has keys written down or takes the sandbox away is named, even an empty one', () => {
  expect(start(['visio-agents'], { SSLKEYLOGFILE: '/tmp/keys' })).toBe('SSLKEYLOGFILE');
  expect(start(['visio-agents'], { ELECTRON_DISABLE_SANDBOX: '' })).toBe('ELECTRON_DISABLE_SANDBOX');
});

test('what a desktop, an administrator or Electron itself sets is left alone', () => {
  const usual = [
    '--user-data-dir=/x',
    '--proxy-server=p:1',
    '--ozone-platform=wayland',
    '--enable-features=X',
  ];
  const env = { HTTPS_PROXY: 'http://proxy.example', LANG: 'fr_FR.UTF-8' };
  expect(start(['visio-agents', ...usual, '--', '--no-sandbox'], env)).toBeNull();
  expect(start(['visio-agents', ...usual], env, 'allow-file-access-from-files')).toBeNull();
});
