import { expect, test } from 'vitest';
import { limits } from '../../shared/meeting-limits.ts';
import { readConfig } from './config.ts';
import { testEnvironment } from '../testing/test-service.ts';

const refusals = (changes: NodeJS.ProcessEnv) => {
  const read = readConfig({ ...testEnvironment(), ...changes });
  return read.ok ? [] : read.error;
};

/** For a service that others than this machine may reach. */
const signIn = {
  VISIO_AUTH: 'oidc',
  VISIO_PUBLIC_URL: 'https://visio.example',
  VISIO_OIDC_ISSUER: 'https://sso.example',
  VISIO_OIDC_AUDIENCE: 'https://visio.example',
  VISIO_OIDC_CLIENT_ID: 'visio-agents',
};

test('the limits are those of a temporary meeting unless they are lowered', () => {
  const usual = readConfig(testEnvironment());
  expect(usual.ok && usual.value.limits).toMatchObject(limits);
  const short = readConfig({ ...testEnvironment(), VISIO_MAX_MINUTES: '0.1', VISIO_MAX_PARTICIPANTS: '5' });
  expect(short.ok && short.value.limits).toMatchObject({ maxParticipants: 5, maxMinutes: 0.1 });
});

test.each([
  ['VISIO_MAX_PARTICIPANTS', '101'],
  ['VISIO_MAX_PARTICIPANTS', '0'],
  ['VISIO_MAX_PARTICIPANTS', '2.5'],
  ['VISIO_MAX_MINUTES', '281'],
  ['VISIO_MAX_MINUTES', '-1'],
  ['VISIO_MAX_MINUTES', 'many'],
  ['VISIO_EMPTY_MINUTES', '11'],
  ['VISIO_NEVER_JOINED_MINUTES', '31'],
  ['VISIO_CODE_KEYS', 'short'],
  ['VISIO_CODE_KEYS', `${Buffer.alloc(32).toString('base64url')},`],
  ['VISIO_CODE_KEYS', ''],
  ['VISIO_PUBLIC_URL', 'http://127.0.0.1:8080/visio'],
  ['VISIO_LIVEKIT_PUBLIC_URL', 'http://127.0.0.1:7880'],
  ['VISIO_INSTANCE_NAME', 'Not A Name'],
  ['VISIO_AUTH', 'ldap'],
  ['VISIO_REDIS_URL', 'http://127.0.0.1'],
])('%s=%s is refused', (name, value) => {
  expect(refusals({ [name]: value }).map((line) => line.split(':')[0])).toEqual([name]);
});

test('everything that is wrong or missing is named at once, without values', () => {
  const read = readConfig({ VISIO_AUTH: 'none', VISIO_HOST: '0.0.0.0', VISIO_CODE_KEYS: 'a-secret-key' });
  const lines = read.ok ? [] : read.error;
  for (const name of ['PUBLIC_URL', 'PORT', 'INSTANCE_NAME', 'LIVEKIT_API_SECRET', 'CODE_KEYS', 'HOST']) {
    expect(lines.filter((line) => line.startsWith(`VISIO_${name}:`))).toHaveLength(1);
  }
  expect(lines.join()).not.toContain('a-secret-key');
});

test.each([
  ['VISIO_HOST', '0.0.0.0'],
  ['VISIO_HOST', '::'],
  ['VISIO_HOST', '10.0.0.1'],
  ['VISIO_PUBLIC_URL', 'https://visio.example'],
  ['VISIO_PUBLIC_URL', 'https://localhost.example:8080'],
  ['VISIO_TRUST_PROXY', '10.0.0.0/8'],
])('without sign-in nobody but this machine may reach the service: %s=%s is refused', (name, value) => {
  expect(refusals({ [name]: value })).toEqual([expect.stringContaining(`${name}: must be`)]);
});

test.each([
  ['VISIO_AGENT_RULES', 'VISIO_AGENT_RULE'],
  ['VISIO_AGENTS_RULE', 'VISIO_AGENT_RULE'],
  ['VISIO_MAX_PARTICIPANT', 'VISIO_MAX_PARTICIPANTS'],
  ['VISIO_TRUSTED_PROXY', 'VISIO_TRUST_PROXY'],
  ['VISIO_HOSTS', 'VISIO_HOST'],
])('%s is nearly %s: a rule under a wrong name would be kept by nobody', (name, meant) => {
  expect(refusals({ [name]: 'x' })).toEqual([`${name}: is no variable of the service; ${meant} is`]);
});

test('the service’s own Redis cannot be LiveKit’s too', () => {
  const one = { VISIO_REDIS_URL: 'redis://127.0.0.1:1', VISIO_LIVEKIT_REDIS_URL: 'redis://127.0.0.1:1' };
  expect(refusals(one)).toEqual([expect.stringMatching(/^VISIO_LIVEKIT_REDIS_URL: must be another/)]);
});

test("other programs' variables are nothing to the service", () => {
  expect(
    refusals({
      VISIO_SERVER_URL: 'http://127.0.0.1:1',
      VISIO_CACHE_DIR: '/tmp',
      VISIO_TEST: '1',
      PATH: '/bin',
    }),
  ).toEqual([]);
});

test.each(['nginx', '10.0.0.10/33', '10.0.0.10/', '10.0.0.256', '0.0.0.0/0', '::/0', '10.0.0.1;10.0.0.2'])(
  '« %s » is no proxy that may be trusted',
  (proxies) => {
    expect(refusals({ ...signIn, VISIO_TRUST_PROXY: `10.0.0.10/32,${proxies}` })).toEqual([
      expect.stringMatching(/^VISIO_TRUST_PROXY: must be addresses or CIDR ranges/),
    ]);
  },
);

test.each(['10.0.0.1:8080', 'http://10.0.0.1', '[::1]', '10.0.0.256', 'a b'])(
  '« %s » is nothing to listen on',
  (host) => {
    expect(refusals({ ...signIn, VISIO_HOST: host })).toEqual([
      'VISIO_HOST: must be an address or a name of this machine',
    ]);
  },
);

test('one listens on an address of either family, on all, or by name', () => {
  for (const host of ['10.0.0.1', '0.0.0.0', '::', '::1', 'localhost', 'service-a.internal'])
    expect(refusals({ ...signIn, VISIO_HOST: host })).toEqual([]);
});

test('proxies are addresses and ranges of both families', () => {
  const proxies = '10.0.0.10/32, 192.0.2.1,2001:db8::/32,::1';
  expect(refusals({ ...signIn, VISIO_TRUST_PROXY: proxies })).toEqual([]);
});

test.each([
  ['VISIO_PUBLIC_URL', 'http://visio.example'],
  ['VISIO_LIVEKIT_PUBLIC_URL', 'ws://media.example'],
])('codes and tokens go over TLS: %s=%s is refused', (name, value) => {
  expect(refusals({ ...signIn, [name]: value })).toEqual([expect.stringContaining('on loopback only')]);
});

test('a variable left blank in a file counts as not given', () => {
  expect(refusals({ VISIO_TRUST_PROXY: '', VISIO_HELP_DESK_EMAIL: '', VISIO_REDIS_URL: '' })).toEqual([]);
});

test("the operator's names, help desk and links reach the discovery document", () => {
  const read = readConfig({
    ...testEnvironment(),
    VISIO_BRAND_STATE: 'true',
    VISIO_HELP_DESK_NAME: 'assistance académique',
    VISIO_LINK_PRIVACY: 'https://visio.example/donnees-personnelles',
  });
  expect(read.ok && read.value).toMatchObject({
    brand: { state: true, service: 'DNE' },
    helpDesk: { name: 'assistance académique' },
    links: { privacy: 'https://visio.example/donnees-personnelles' },
  });
});

test('what goes with another variable is asked for by name', () => {
  expect(refusals({ VISIO_OIDC_WEB_CLIENT_ID: 'web' }).map((line) => line.split(':')[0])).toEqual([
    'VISIO_OIDC_WEB_CLIENT_SECRET',
    'VISIO_SESSION_KEYS',
    'VISIO_AUTH',
  ]);
  expect(refusals({ VISIO_DESKTOP_VERSION: '1.2.0' })).toEqual([
    expect.stringMatching(/^VISIO_DESKTOP_URL: /),
  ]);
  expect(refusals({ VISIO_DESKTOP_URL: 'https://x.example' })).toEqual([
    expect.stringMatching(/^VISIO_DESKTOP_VERSION: /),
  ]);
  expect(refusals({ VISIO_SESSION_KEYS: Buffer.alloc(32, 1).toString('base64url') })).toEqual([]);
});

test.each([
  ['VISIO_SESSION_KEYS', 'short'],
  ['VISIO_METRICS', 'yes'],
  ['VISIO_AUDIT_FILE', 'audit.jsonl'],
  ['VISIO_AUDIT_DAYS', '0'],
  ['VISIO_MAX_REQUESTS', '0'],
  ['VISIO_MAX_STREAMS', 'many'],
  ['VISIO_LAME_DUCK_SECONDS', '600'],
  ['VISIO_MAX_FAILURES_PER_MINUTE', '-1'],
])('%s=%s is refused as well', (name, value) => {
  expect(refusals({ [name]: value }).map((line) => line.split(':')[0])).toEqual([name]);
});
