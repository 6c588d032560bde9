import { expect, test } from 'vitest';
import { obeys, parseAgentRule } from './agent-rule.ts';

const rule = (text: string) => {
  const read = parseAgentRule(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

test.each<[string, object]>([
  ['role=agent', { role: 'agent' }],
  ['role=agent,admin', { role: 'admin' }],
  [' role = agent , admin ', { role: 'admin' }],
  ['roles=agent', { roles: ['other', 'agent'] }],
  ['realm_access.roles=agent', { realm_access: { roles: ['agent'] } }],
  ['groups.name=agent', { groups: [{ name: 'other' }, { name: 'agent' }] }],
  ['https://claims.example/roles=agent', { 'https://claims.example/roles': ['agent'] }],
  ['https://claims.example/app.roles=agent', { 'https://claims.example/app': { roles: 'agent' } }],
  ['level=2', { level: 2 }],
  ['agent=true', { agent: true }],
  ['scope=visio', { scope: 'openid visio' }],
  ['dn=ou=agents', { dn: 'ou=agents' }],
])('%s is obeyed by %j', (text, claims) => {
  expect(obeys({ ...claims }, rule(text))).toBe(true);
});

test.each<[string, object]>([
  ['role=agent', {}],
  ['role=agent', { role: 'Agent' }],
  ['role=agent', { role: 'agent de sécurité' }],
  ['role=agent', { role: null }],
  ['role=agent', { role: { agent: true } }],
  ['role=agent', { roles: ['agent'] }],
  ['role=agent', { role: 'x agent' }],
  ['realm_access.roles=agent', { realm_access: 'agent' }],
  ['realm_access.roles=agent', { realm_access: { other: { roles: ['agent'] } } }],
  ['role=[object Object]', { role: {} }],
  ['role=null', { role: null }],
  ['toString=function', {}],
  ['__proto__.role=agent', {}],
  ['roles.length=1', { roles: ['x'] }],
])('%s is not obeyed by %j', (text, claims) => {
  expect(obeys({ ...claims }, rule(text))).toBe(false);
});

test.each([[''], ['role'], ['=agent'], ['role='], ['role=agent,'], ['role=,agent']])(
  '%j is no rule',
  (text) => {
    expect(parseAgentRule(text).ok).toBe(false);
  },
);
