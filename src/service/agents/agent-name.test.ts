import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { nameLength, parseDisplayName } from '../../shared/names/display-name.ts';
import { agentName } from './agent-name.ts';
import { agentOf } from './agent-of-claims.ts';

const given = { issuer: 'https://sso.example', nameClaim: 'name', rule: null };
const nameOf = (claims: object, nameClaim = 'name') => {
  const agent = agentOf({ sub: 'x', ...claims }, { ...given, nameClaim });
  return agent.ok ? agent.value.displayName : agent.error;
};

test.each<[object, string]>([
  [{ name: 'Marie Gérard' }, 'Marie Gérard'],
  [{ given_name: 'Marie', family_name: 'Gérard' }, 'Marie Gérard'],
  [{ given_name: 'Marie' }, 'Marie'],
  [{ name: '', preferred_username: 'mgerard' }, 'mgerard'],
  [{ name: 7, given_name: ['x'] }, 'Agent'],
  [{}, 'Agent'],
  // An agent cannot change what the directory says: it is mended.
  [{ name: '  Marie\u00a0\u00a0Ge\u0301rard\n' }, 'Marie Gérard'],
  [{ name: 'Marie\u200b Gérard\u202e' }, 'Marie Gérard'],
  [{ name: 'x'.repeat(500) }, `${'x'.repeat(79)}…`],
  [{ name: `Marie${'\u0336'.repeat(50)}` }, `Marie${'\u0336'.repeat(4)}`],
  [{ name: '\u0301Marie' }, 'Marie'],
  [{ name: '\u200b', preferred_username: 'mgerard' }, 'mgerard'],
])('%j is shown as %s', (claims, name) => {
  expect(nameOf(claims)).toBe(name);
});

test('the operator says which claim the name is', () => {
  expect(nameOf({ name: 'mgerard', display: 'Marie Gérard' }, 'display')).toBe('Marie Gérard');
});

test.each([
  [undefined, 'Marie Gérard'],
  ['  ', 'Marie Gérard'],
  ['DSDEN 31', 'Marie Gérard (DSDEN 31)'],
  // What the app remembers is the name as it was shown, or as its owner always types it.
  ['Marie Gérard', 'Marie Gérard'],
  ['marie  gerard', 'Marie Gérard'],
  ['GÉRARD Marie', 'Marie Gérard'],
  ['Marie Gérard (DSDEN 31)', 'Marie Gérard (DSDEN 31)'],
  ['GÉRARD Marie (DSDEN 31)', 'Marie Gérard (DSDEN 31)'],
  ['Marie Gérard, DSDEN 31', 'Marie Gérard (DSDEN 31)'],
  ['Marie Gérard – DSDEN 31', 'Marie Gérard (DSDEN 31)'],
  ['Marie Gérardin', 'Marie Gérard (Marie Gérardin)'],
  ['Jean Dupont', 'Marie Gérard (Jean Dupont)'],
  // Nobody writes themselves out of the parentheses.
  ['x) Directrice (y', 'Marie Gérard (x Directrice y)'],
  ['x） Directrice', 'Marie Gérard (x Directrice)'],
  ['()', 'Marie Gérard'],
])('an agent who typed %j is %s', (typed, shown) => {
  expect(agentName('Marie Gérard', typed)).toEqual({ ok: true, value: shown });
});

test('what no guest may be called is refused, so that the agent can correct it', () => {
  const refused = { ok: false, error: { code: 'bad-request', field: 'displayName' } };
  expect(agentName('Marie Gérard', 'a\u202eb')).toEqual(refused);
  expect(agentName('Marie Gérard', 'x'.repeat(81))).toEqual(refused);
  // In the parentheses that come around it: « Marie Gérard (vous) ».
  expect(agentName('Marie Gérard', 'vous')).toEqual(refused);
  expect(agentName('Marie Gérard', 'DSI ✓')).toEqual(refused);
});

test('what was typed is cut rather than the name', () => {
  const shown = agentName('Marie Gérard', 'é'.repeat(80));
  expect(shown).toEqual({ ok: true, value: `Marie Gérard (${'é'.repeat(64)}…)` });
  expect(agentName('x'.repeat(80), 'DSDEN 31')).toEqual({ ok: true, value: 'x'.repeat(80) });
});

test('whatever the directory and the agent write, what is shown is a name that begins with the verified one', () => {
  const text = string({ unit: 'binary', maxLength: 200 });
  assert(
    property(text, text, (name, typed) => {
      const verified = nameOf({ name });
      if (typeof verified !== 'string') throw new Error('refused');
      const shown = agentName(verified, typed);
      if (!shown.ok) return;
      expect(parseDisplayName(shown.value)).toEqual(shown);
      expect(shown.value.startsWith(verified)).toBe(true);
      expect(nameLength(shown.value)).toBeLessThanOrEqual(80);
    }),
    { numRuns: 500 },
  );
});
