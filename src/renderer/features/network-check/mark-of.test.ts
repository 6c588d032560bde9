import { expect, test } from 'vitest';
import { markOf, markOfAll } from './mark-of.ts';
import type { NetworkResult } from './results.ts';

const udp: NetworkResult = { name: 'udp', outcome: 'fails', ms: 1, code: 'tcp' };
const sent: NetworkResult = { name: 'publish', outcome: 'works', ms: 1, code: 'tcp' };
const lost: NetworkResult = { name: 'publish', outcome: 'fails', ms: 1, code: 'no-path' };

test('a closed way matters little where the sound arrived by another, and much where it did not', () => {
  expect(markOf(udp, [udp, sent])).toBe('minor');
  expect(markOf(udp, [udp, lost])).toBe('bad');
  expect(markOf(lost, [udp, lost])).toBe('bad');
});

test('what the service does not offer, or was not tried, is neither good nor bad', () => {
  expect(markOf({ ...udp, outcome: 'not-offered' }, [sent])).toBe('none');
  expect(markOf({ ...udp, outcome: 'skipped' }, [])).toBe('none');
  expect(markOf(sent, [sent])).toBe('good');
});

test('meetings that work by a detour are a warning, those that do not an error', () => {
  expect([
    markOfAll('all-well'),
    markOfAll('relay-only'),
    markOfAll('no-media'),
    markOfAll('stopped'),
  ]).toEqual(['good', 'minor', 'bad', 'none']);
});
