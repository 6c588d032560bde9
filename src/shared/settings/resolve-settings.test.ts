import { expect, test } from 'vitest';
import { resolveSettings, type SettingsLayer } from './resolve-settings.ts';
import { settingNames, settings } from './settings.ts';

const at = (source: SettingsLayer['source'], values: Record<string, unknown>): SettingsLayer => ({
  source,
  values,
});
const [machine, managed, env, user] = [
  at('machine-policy', { server: 'https://machine.example' }),
  at('user-policy', { server: 'https://policy.example' }),
  at('environment', { server: 'https://environment.example' }),
  at('user', { server: 'https://user.example' }),
];

test.each([
  [[], 'default', ''],
  [[user], 'user', 'https://user.example'],
  [[env, user], 'environment', 'https://environment.example'],
  [[user, env], 'environment', 'https://environment.example'],
  [[managed, env, user], 'user-policy', 'https://policy.example'],
  [[user, env, managed, machine], 'machine-policy', 'https://machine.example'],
  [[machine, user], 'machine-policy', 'https://machine.example'],
] as const)('of %j the %s decides', (layers, source, server) => {
  const { values, sources, problems } = resolveSettings(layers);
  expect([sources.server, values.server, problems]).toEqual([source, server, []]);
});

test('with nothing said every setting has its usual value', () => {
  const { values, sources } = resolveSettings([]);
  for (const name of settingNames) {
    expect(values[name]).toEqual(settings[name].fallback);
    expect(sources[name]).toBe('default');
  }
});

test('false and the empty text of a stronger source count', () => {
  const { values } = resolveSettings([
    at('machine-policy', { hardwareAcceleration: false, server: '' }),
    at('user', { hardwareAcceleration: true, server: 'https://user.example' }),
  ]);
  expect(values).toMatchObject({ hardwareAcceleration: false, server: '' });
});

test('a wrong value is reported, the next source decides, and the rest of the first applies', () => {
  const { values, sources, problems } = resolveSettings([
    at('machine-policy', { language: 'de', server: 'https://machine.example', langage: 'fr' }),
    at('user', { language: 'en' }),
  ]);
  expect(values).toMatchObject({ language: 'en', server: 'https://machine.example' });
  expect(sources.language).toBe('user');
  expect(problems).toEqual([
    { source: 'machine-policy', name: 'langage', problem: 'unknown-setting' },
    { source: 'machine-policy', name: 'language', problem: 'wrong-value', expected: '"fr" or "en"' },
  ]);
});

test.each([
  'allowedServers',
  'stateBrandHosts',
  'signInIssuer',
  'signInClientId',
  'screenShare',
  'helpDeskEmail',
])('nobody but an administrator decides %s', (name) => {
  const value =
    name === 'allowedServers' || name === 'stateBrandHosts'
      ? ['https://evil.example']
      : 'https://evil.example';
  const { values, problems } = resolveSettings([at('user', { [name]: value })]);
  expect(problems).toEqual([{ source: 'user', name, problem: 'policy-only' }]);
  expect(JSON.stringify(values)).not.toContain('evil');
});

test.each([
  [[machine], 'refuse'],
  [[managed], 'refuse'],
  [[env], 'ask'],
  [[user], 'ask'],
  [[machine, at('user', { unknownServers: 'ask' })], 'ask'],
  [[machine, at('machine-policy', { unknownServers: 'ask' })], 'ask'],
] as const)('with %j links to unknown servers: %s', (layers, expected) => {
  expect(resolveSettings(layers).values.unknownServers).toBe(expected);
});

test.each([
  'visio.example',
  'http://visio.example',
  'https://user:pass@visio.example',
  'https://visio.example/path',
  'https://visio.example/?q',
  'ftp://visio.example',
  'javascript:alert(1)',
  7,
  null,
])('%j is no server', (server) => {
  expect(resolveSettings([at('machine-policy', { server })]).problems).toHaveLength(1);
});

test.each([
  [['visio.example', 'VISIO.example', 'visio.example:443'], ['visio.example']],
  [
    ['visio.example:8443', '127.0.0.1:80'],
    ['visio.example:8443', '127.0.0.1:80'],
  ],
  [[], []],
  [['https://visio.example'], null],
  [['visio.example/'], null],
  [['visio.example@evil.example'], null],
  [['*.example'], null],
  [['visio example'], null],
  [[''], null],
  ['visio.example', null],
])('%j as hosts that carry the State’s brand: %j', (given, expected) => {
  const { values, problems } = resolveSettings([at('machine-policy', { stateBrandHosts: given })]);
  expect(values.stateBrandHosts).toEqual(expected ?? []);
  expect(problems).toHaveLength(expected === null ? 1 : 0);
});

test('names that every object has are no settings', () => {
  const values = JSON.parse('{"__proto__": {"server": "https://evil.example"}, "constructor": 1}') as object;
  const { problems, values: resolved } = resolveSettings([at('machine-policy', { ...values })]);
  expect(problems.map(({ name }) => name).sort()).toEqual(['__proto__', 'constructor']);
  expect(resolved.server).toBe('');
});
