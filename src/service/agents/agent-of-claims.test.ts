import { expect, test } from 'vitest';
import { agentOf } from './agent-of-claims.ts';

const nameOf = (claims: object, nameClaim = 'name') => {
  const agent = agentOf({ sub: 'x', ...claims }, { issuer: 'https://sso.example', nameClaim, rule: null });
  return agent.ok ? agent.value.displayName : agent.error;
};

test('an agent is called what the directory says, in the claim that the operator names', () => {
  expect(nameOf({ name: '  Marie\u00a0\u00a0Gérard\n' })).toBe('Marie Gérard');
  expect(nameOf({ name: 'mgerard', display: 'Marie Gérard' }, 'display')).toBe('Marie Gérard');
});

test('whom the directory calls nothing is « Agent »', () => {
  expect(nameOf({ name: 7, given_name: ['x'] })).toBe('Agent');
});
