import { expect, test } from 'vitest';
import { z } from 'zod';
import { agentsOf, agentVariables, missingForAgents } from './agents.ts';

const given = {
  VISIO_AUTH: 'oidc',
  VISIO_OIDC_ISSUER: 'https://sso.example/realms/agents',
  VISIO_OIDC_AUDIENCE: 'https://visio.example',
  VISIO_OIDC_CLIENT_ID: 'visio-agents',
};
const wrong = (variables: Readonly<Record<string, string>>): string[] => {
  const read = z.object(agentVariables).safeParse(variables);
  return [...(read.error?.issues ?? []).map(({ path }) => String(path[0])), ...missingForAgents(variables)];
};
const read = (changes: Readonly<Record<string, string>> = {}) =>
  agentsOf(z.object(agentVariables).parse({ ...given, ...changes }));

test('an issuer, an audience and a client are enough: then everybody with an account is an agent', () => {
  expect(wrong(given)).toEqual([]);
  expect(read()).toEqual({
    agents: {
      issuer: given.VISIO_OIDC_ISSUER,
      audience: given.VISIO_OIDC_AUDIENCE,
      nameClaim: 'name',
      rule: null,
      introspection: null,
    },
    signIn: {
      issuer: given.VISIO_OIDC_ISSUER,
      clientId: 'visio-agents',
      resource: given.VISIO_OIDC_AUDIENCE,
    },
  });
});

test('the rule, the name and the introspection are as they were given', () => {
  const asked = {
    VISIO_AGENT_RULE: 'realm_access.roles=agent,admin',
    VISIO_OIDC_NAME_CLAIM: 'display_name',
    VISIO_OIDC_INTROSPECTION: 'required',
    VISIO_OIDC_INTROSPECTION_CLIENT_ID: 'visio-service',
    VISIO_OIDC_INTROSPECTION_CLIENT_SECRET: 'secret',
  };
  expect(wrong({ ...given, ...asked })).toEqual([]);
  expect(read(asked).agents).toMatchObject({
    nameClaim: 'display_name',
    rule: { claim: 'realm_access.roles', values: ['agent', 'admin'] },
    introspection: { of: 'every-token', clientId: 'visio-service', clientSecret: 'secret' },
  });
  expect(read({ ...asked, VISIO_OIDC_INTROSPECTION: 'opaque' }).agents?.introspection?.of).toBe(
    'opaque-tokens',
  );
  expect(read({ ...asked, VISIO_OIDC_INTROSPECTION: 'never' }).agents?.introspection).toBeNull();
});

test('an audience that is no address is no resource to ask for', () => {
  expect(read({ VISIO_OIDC_AUDIENCE: 'visio' }).signIn?.resource).toBeNull();
});

test('without sign-in nothing of it is needed', () => {
  expect(wrong({ VISIO_AUTH: 'none' })).toEqual([]);
  expect(agentsOf(z.object(agentVariables).parse({ VISIO_AUTH: 'none' }))).toEqual({
    agents: null,
    signIn: null,
  });
});

test('everything that sign-in needs and nobody gave is named at once', () => {
  expect(wrong({ VISIO_AUTH: 'oidc', VISIO_OIDC_INTROSPECTION: 'required' })).toEqual([
    'VISIO_OIDC_ISSUER: must be given, because VISIO_AUTH=oidc needs it',
    'VISIO_OIDC_AUDIENCE: must be given, because VISIO_AUTH=oidc needs it',
    'VISIO_OIDC_CLIENT_ID: must be given, because VISIO_AUTH=oidc needs it',
    'VISIO_OIDC_INTROSPECTION_CLIENT_ID: must be given, because VISIO_OIDC_INTROSPECTION needs it',
    'VISIO_OIDC_INTROSPECTION_CLIENT_SECRET: must be given, because VISIO_OIDC_INTROSPECTION needs it',
  ]);
});

test('a client for introspection without a word about which tokens is a mistake that is named', () => {
  const client = { VISIO_OIDC_INTROSPECTION_CLIENT_ID: 'visio-service' };
  expect(wrong({ ...given, ...client })).toEqual([
    expect.stringContaining('VISIO_OIDC_INTROSPECTION: must be given'),
  ]);
  expect(wrong({ ...given, ...client, VISIO_OIDC_INTROSPECTION: 'never' })).toEqual([]);
});

test.each([
  ['VISIO_AUTH', 'ldap'],
  ['VISIO_OIDC_ISSUER', 'http://sso.example'],
  ['VISIO_OIDC_ISSUER', 'sso.example'],
  ['VISIO_OIDC_ISSUER', 'https://sso.example/?a=b'],
  ['VISIO_OIDC_ISSUER', 'https://sso.example/#a'],
  ['VISIO_OIDC_ISSUER', 'https://me@sso.example'],
  ['VISIO_OIDC_ISSUER', 'http://localhost.example'],
  ['VISIO_OIDC_INTROSPECTION', 'yes'],
  ['VISIO_AGENT_RULE', 'agent'],
  ['VISIO_AGENT_RULE', 'role='],
])('%s=%s is refused', (name, value) => {
  expect(wrong({ ...given, [name]: value })).toEqual([name]);
});

test.each(['http://127.0.0.1:4455', 'http://localhost:4455', 'https://sso.example/'])(
  '%s may be an issuer',
  (url) => {
    expect(wrong({ ...given, VISIO_OIDC_ISSUER: url })).toEqual([]);
  },
);
