import { expect, test } from 'vitest';
import { resolveSettings, type SettingsLayer } from '../../shared/settings/resolve-settings.ts';
import { chooseIssuer, reachOf, signInSettings } from './choose-issuer.ts';

const server = 'https://visio.example';
const sso = 'https://sso.example/realms/agents';
const policy = (values: Record<string, unknown>, source: SettingsLayer['source'] = 'machine-policy') => ({
  source,
  values,
});
const signIn = (resource: string | null, issuer = sso) => ({ issuer, clientId: 'app', scopes: [], resource });

function reach(layers: SettingsLayer[], said: ReturnType<typeof signIn>) {
  const settings = signInSettings(resolveSettings(layers));
  const issuer = chooseIssuer(settings, said);
  return issuer && reachOf(issuer, settings);
}

test.each([
  ['the service itself', `${server}/api`, 'service'],
  ['its origin', server, 'service'],
  ['another port', `${server}:8443`, 'elsewhere'],
  ['another host', 'https://visio.example.evil', 'elsewhere'],
  ['the service without TLS', 'http://visio.example', 'elsewhere'],
  ['a host that looks like a user', `https://visio.example@evil.example`, 'elsewhere'],
  ['a name that is no address', 'urn:visio', 'elsewhere'],
  ['no address at all', 'visio', 'elsewhere'],
  ['an empty text', '', 'elsewhere'],
  ['nothing', null, 'anywhere'],
])('a service that asks for a token for %s', (_what, resource, expected) => {
  expect(reach([policy({ server }, 'user')], signIn(resource))).toBe(expected);
  // Nor does the administrator's word make a token for somebody else one for this service.
  const managed = reach([policy({ server, signInIssuer: sso })], signIn(resource));
  expect(managed).toBe(expected === 'anywhere' ? 'named' : expected);
});

test('an issuer is the administrator’s where a policy names it together with the service, and nowhere else', () => {
  const said = signIn(null);
  expect(reach([policy({ server, signInIssuer: sso })], said)).toBe('named');
  expect(reach([policy({ server }), policy({ signInIssuer: sso }, 'user-policy')], said)).toBe('named');
  expect(reach([policy({ server })], said)).toBe('anywhere');
  expect(reach([policy({ signInIssuer: sso }), policy({ server }, 'user')], said)).toBe('anywhere');
  expect(reach([policy({ signInIssuer: sso }), policy({ server }, 'environment')], said)).toBe('anywhere');
});

test('the administrator’s issuer and client are not used for a service that the user chose', () => {
  const layers = [
    policy({ signInIssuer: sso, signInClientId: 'managed' }),
    policy({ server: 'https://evil.example' }, 'user'),
  ];
  const settings = signInSettings(resolveSettings(layers));
  expect(settings).toEqual({ server: 'https://evil.example', signInIssuer: '', signInClientId: '' });
  expect(chooseIssuer(settings, null)).toBeNull();
});
