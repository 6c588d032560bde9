import { expect, test } from 'vitest';
import { resolveSettings } from '../../shared/settings/resolve-settings.ts';
import { words } from '../../shared/words/words.ts';
import { exitCode, reportAsText, settingsTold, type Check, type CheckReport } from './check-report.ts';

const resolved = resolveSettings([
  { source: 'machine-policy', values: { server: 'https://visio.example', colour: 'blue' } },
  { source: 'user', values: { language: 'en' } },
]);
const fine: Check = { name: 'policies', ok: true, ms: 1 };
const untrusted: Check = { name: 'service', ok: false, ms: 20, failure: 'certificate-untrusted' };
const report = (...checks: readonly Check[]): CheckReport => ({
  app: { version: '1.2.3', electron: '33.2.1', platform: 'linux 6.1' },
  settings: settingsTold(resolved),
  problems: resolved.problems,
  checks,
  complete: true,
});

test('every setting is told with its value and who decided it', () => {
  const { settings } = report();
  expect(settings.server).toEqual({ value: 'https://visio.example', source: 'machine-policy' });
  expect(settings.language).toEqual({ value: 'en', source: 'user' });
  expect(settings.logLevel).toEqual({ value: 'info', source: 'default' });
});

test('a script learns by the exit code whether one check failed', () => {
  expect(exitCode(report(fine))).toBe(0);
  expect(exitCode(report(fine, untrusted))).toBe(1);
});

test('checks that did not end in time are no success, and a computer without a keychain is no failure', () => {
  const late = { ...report(fine), complete: false };
  expect(exitCode(late)).toBe(1);
  expect(reportAsText(late, words.fr)).toContain("n'ont pas répondu à temps");
  expect(exitCode(report(fine, { name: 'keychain', ok: false, ms: 1, failure: 'keychain-missing' }))).toBe(0);
  expect(exitCode(report(fine, { name: 'keychain', ok: false, ms: 1, failure: 'keychain-locked' }))).toBe(1);
});

test('nothing that a file or a service wrote steers the terminal', () => {
  const escape = '\u001b[2K';
  const problems = resolveSettings([{ source: 'user', values: { [`${escape}\n✓`]: 1 } }]).problems;
  const named: Check = { name: 'signIn', ok: true, ms: 1, detail: `https://sso.example/${escape}\u202e` };
  const text = reportAsText({ ...report(named), problems }, words.fr);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text.match(/^.*✓/gmu)).toHaveLength(2);
  expect(text).toContain('https://sso.example/');
});

test('people read the reason as the app says it, and what is wrong with a policy', () => {
  const text = reportAsText(report(fine, untrusted), words.fr);
  expect(text).toContain("✓ Réglages de l'administration\u00a0: conforme.");
  expect(text).toContain(
    "✗ Service de réunion\u00a0: L'identité du service de réunion n'a pas pu être vérifiée.",
  );
  expect(text).toContain('! machine-policy, colour\u00a0: unknown-setting');
  const keychain: Check = { name: 'keychain', ok: false, ms: 3, failure: 'keychain-locked' };
  expect(reportAsText(report(keychain), words.en)).toContain(
    '✗ Keychain of the computer: The keychain is locked.',
  );
});
