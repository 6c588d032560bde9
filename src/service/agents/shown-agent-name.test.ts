import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  maxNameLength,
  mendDisplayName,
  nameLength,
  parseDisplayName,
} from '../../shared/names/display-name.ts';
import { shownAgentName } from './shown-agent-name.ts';

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
  expect(shownAgentName('Marie Gérard', typed)).toEqual({ ok: true, value: shown });
});

test('what no guest may be called is refused, so that the agent can correct it', () => {
  const refused = { ok: false, error: { code: 'bad-request', field: 'displayName' } };
  expect(shownAgentName('Marie Gérard', 'a\u202eb')).toEqual(refused);
  expect(shownAgentName('Marie Gérard', 'x'.repeat(maxNameLength + 1))).toEqual(refused);
  // In the parentheses that come around it: « Marie Gérard (vous) ».
  expect(shownAgentName('Marie Gérard', 'vous')).toEqual(refused);
  expect(shownAgentName('Marie Gérard', 'DSI ✓')).toEqual(refused);
});

test('what was typed is cut rather than the name', () => {
  const shown = shownAgentName('Marie Gérard', 'é'.repeat(maxNameLength));
  expect(shown).toEqual({
    ok: true,
    value: `Marie Gérard (${'é'.repeat(maxNameLength - 'Marie Gérard (…)'.length)}…)`,
  });
  expect(shownAgentName('x'.repeat(maxNameLength), 'DSDEN 31')).toEqual({
    ok: true,
    value: 'x'.repeat(maxNameLength),
  });
});

test('whatever the directory and the agent write, what is shown is a name that begins with the verified one', () => {
  const text = string({ unit: 'binary', maxLength: 200 });
  assert(
    property(text, text, (name, typed) => {
      const verified = mendDisplayName(name) ?? 'Agent';
      const shown = shownAgentName(verified, typed);
      if (!shown.ok) return;
      expect(parseDisplayName(shown.value)).toEqual(shown);
      expect(shown.value.startsWith(verified)).toBe(true);
      expect(nameLength(shown.value)).toBeLessThanOrEqual(maxNameLength);
    }),
    { numRuns: 500 },
  );
});
