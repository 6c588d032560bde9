import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { settingNames, settings, type SettingName } from '../../src/shared/settings/settings.ts';
import { exampleValues } from './example-values.ts';
import { writeJsonSchema } from './json-schema.ts';

const valid = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(writeJsonSchema()) as object);

test('the example with every setting is valid, and so is a file with one or none', () => {
  for (const file of [exampleValues, { language: 'en' }, {}, { $schema: './visio-agents.schema.json' }])
    expect([valid(file), valid.errors]).toEqual([true, null]);
});

test.each([
  [[]],
  [null],
  ['text'],
  [{ langage: 'fr' }],
  [{ language: 'de' }],
  [{ server: 'visio.example' }],
  [{ screenShare: 'true' }],
])('%j is not', (file) => expect(valid(file)).toBe(false));

test('what is said of a setting that nobody decides is valid itself', () => {
  expect(settingNames.filter((name) => !valid({ [name]: settings[name].fallback }))).toEqual([]);
});

const taken = (name: SettingName, value: unknown): boolean => settings[name].kind.read(value) !== undefined;

test.each<readonly [SettingName, readonly unknown[]]>([
  ['screenShare', [true, false, 0, 1, 'true', null, []]],
  ['unknownServers', ['ask', 'refuse', 'Ask', '', true]],
  [
    'helpDeskName',
    [
      '',
      'Assistance',
      'a'.repeat(200),
      'a'.repeat(201),
      '😀'.repeat(200),
      'a\nb',
      'a\tb',
      'a\u0007b',
      'a\u2028b',
      7,
    ],
  ],
  [
    'server',
    [
      '',
      'https://visio.example',
      'https://visio.example/',
      'https://visio.example:8443',
      'https://visio.example:65535',
      'https://visio.example:65536',
      'https://192.0.2.1',
      'https://192.0.2.256',
      'https://[2001:db8::1]:8443',
      'https://visio.1',
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
      'http://visio.example',
      'http://127.0.0.1.visio.example',
      'https://localhost.evil.example/x',
      'https://visio.example/path',
      'https://visio.example?q',
      'https://visio.example#x',
      'https://user:secret@visio.example',
      'https://visio.example@evil.example',
      'https://',
      'https:// visio.example',
      `https://${'a'.repeat(300)}.example`,
      'ftp://visio.example',
      'javascript:alert(1)',
      ['https://visio.example'],
      1,
      null,
    ],
  ],
  [
    'signInIssuer',
    [
      '',
      'https://sso.example/realms/agents',
      'https://sso.example?tenant=1#x',
      'http://sso.example/realms/agents',
      'http://localhost:8080/realms/agents',
      'https://user@sso.example/realms',
      `https://sso.example/${'a'.repeat(300)}`,
      'sso.example',
      7,
    ],
  ],
  [
    'allowedServers',
    [
      [],
      ['https://a.example', 'http://localhost:1'],
      ['https://a.example', ''],
      ['https://a.example', 7],
      Array.from({ length: 100 }, (_, at) => `https://a${at}.example`),
      Array.from({ length: 101 }, (_, at) => `https://a${at}.example`),
      'https://a.example',
    ],
  ],
])('the schema and the app agree on values of %s', (name, values) => {
  const apart = values.filter((value) => valid({ [name]: value }) !== taken(name, value));
  expect(apart).toEqual([]);
});

const address = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS://', 'ftp://', 'https:/', ''),
    fc.constantFrom('', '', '', 'user@', 'a:b@'),
    fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.ipV4Extended(),
      fc.constantFrom('localhost', '[::1]', '127.0.0.1', 'a_b'),
    ),
    fc.oneof(
      fc.constant(''),
      fc.nat(70_000).map((port) => `:${port}`),
    ),
    fc.oneof(
      fc.constantFrom('', '', '/', '//'),
      fc.webPath(),
      fc.webQueryParameters().map((query) => `?${query}`),
    ),
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(
  address,
  fc.array(address, { maxLength: 3 }),
  fc.string(),
  fc.boolean(),
  fc.jsonValue(),
);

test('what the schema lets pass the app takes, and what the app would write itself the schema lets pass', () => {
  const agree = fc.property(fc.constantFrom(...settingNames), anything, (name, value) => {
    const passes = valid({ [name]: value });
    const own = settings[name].kind.read(value);
    return own === undefined ? !passes : valid({ [name]: own });
  });
  expect(fc.check(agree, { numRuns: 3000 }).counterexample).toBeNull();
});
