import { expect, test } from 'vitest';
import { resultStatus, overallStatus } from './result-status.ts';
import type { NetworkResult } from './results.ts';

const udp: NetworkResult = { name: 'udp', outcome: 'fails', ms: 1, code: 'tcp' };
const sent: NetworkResult = { name: 'publish', outcome: 'works', ms: 1, code: 'tcp' };
const lost: NetworkResult = { name: 'publish', outcome: 'fails', ms: 1, code: 'no-path' };

test('a closed way matters little where the sound arrived by another, and much where it did not', () => {
  expect(resultStatus(udp, [udp, sent])).toBe('minor');
  expect(resultStatus(udp, [udp, lost])).toBe('bad');
  expect(resultStatus(lost, [udp, lost])).toBe('bad');
});

test('what the service does not offer, or was not tried, is neither good nor bad', () => {
  expect(resultStatus({ ...udp, outcome: 'not-offered' }, [sent])).toBe('none');
  expect(resultStatus({ ...udp, outcome: 'skipped' }, [])).toBe('none');
  expect(resultStatus(sent, [sent])).toBe('good');
});

test('meetings that work by a detour are a warning, those that do not an error', () => {
  expect([
    overallStatus('all-well'),
    overallStatus('relay-only'),
    overallStatus('no-media'),
    overallStatus('stopped'),
  ]).toEqual(['good', 'minor', 'bad', 'none']);
});
