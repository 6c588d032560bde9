import { expect, test } from 'vitest';
import { fr } from '../../../shared/words/fr.ts';
import { explainNetwork, type NetworkMeaning } from './explain-network.ts';
import { checkNames, type CheckName, type NetworkResult, type Outcome } from './results.ts';

const letters: Readonly<Record<string, Outcome>> = { w: 'works', f: 'fails', n: 'not-offered', s: 'skipped' };

/** One letter a check, in their order; a code for those that need one. */
const results = (outcomes: string, codes: Partial<Record<CheckName, string>> = {}): NetworkResult[] =>
  outcomes.split('').map((letter, at) => {
    const name = checkNames[at] ?? 'tcp';
    return { name, outcome: letters[letter], ms: 1, code: codes[name] ?? 'ok' } as NetworkResult;
  });

// service, websocket, udp, publish, turn, tcp
const byWay: [string, NetworkMeaning][] = [
  ['wwwwww', 'all-well'],
  ['wwwwnn', 'all-well'],
  ['wwwwff', 'all-well'],
  ['wwfwww', 'no-udp'],
  ['wwfwfw', 'no-udp'],
  ['wwfwnw', 'no-udp'],
  ['wwnwnw', 'all-well-by-tcp'],
  ['wwnwww', 'all-well-by-tcp'],
  ['wwfwwf', 'relay-only'],
  ['wwfwwn', 'relay-only'],
  ['wwnwwf', 'relay-only'],
  ['wwwfww', 'nothing-arrives'],
  ['wwffwf', 'nothing-arrives'],
  ['wwfffw', 'nothing-arrives'],
  ['wwffff', 'no-media'],
  ['wwffnn', 'no-media'],
  ['wwnfff', 'no-media'],
  ['wfssss', 'no-websocket'],
];
test.each(byWay)('%s means %s', (outcomes, meaning) => {
  expect(explainNetwork(results(outcomes))).toBe(meaning);
});

const byService: [string, NetworkMeaning][] = [
  ['offline', 'offline'],
  ['no-server', 'no-server'],
  ['certificate-untrusted', 'certificate-untrusted'],
  ['proxy-authentication', 'proxy-authentication'],
  ['not-a-service', 'not-a-service'],
  ['app-too-old', 'app-too-old'],
  ['service-unreachable', 'service-down'],
  ['service-error', 'service-error'],
  ['not-allowed', 'service-error'],
  ['service-busy', 'service-busy'],
  ['too-many-requests', 'service-busy'],
];
test.each(byService)('a service that does not say what it is, by %s, means %s', (code, meaning) => {
  expect(explainNetwork(results('fsssss', { service: code }))).toBe(meaning);
});

const byRefusal: [string, NetworkMeaning][] = [
  ['too-many-requests', 'service-busy'],
  ['service-busy', 'service-busy'],
  ['media-unreachable', 'media-down'],
  ['bad-request', 'no-check'],
  ['not-a-service', 'no-check'],
  ['app-error', 'other-media'],
  ['offline', 'offline'],
  ['certificate-untrusted', 'certificate-untrusted'],
  ['proxy-authentication', 'proxy-authentication'],
  ['no-server', 'no-server'],
  ['service-unreachable', 'service-down'],
  ['service-error', 'service-error'],
  ['removed', 'service-error'],
];
test.each(byRefusal)('a service that gives no room to try in, by %s, means %s', (code, meaning) => {
  expect(explainNetwork(results('wsssss', { websocket: code }))).toBe(meaning);
});

test.each(['', 'w', 'ww', 'wwfw', 'wwwww'])(
  'a check that was stopped after « %s » means no more than that',
  (so) => {
    expect(explainNetwork(results(so))).toBe('stopped');
  },
);

test('what is known before a check was stopped is said all the same', () => {
  expect(explainNetwork(results('f', { service: 'offline' }))).toBe('offline');
  expect(explainNetwork(results('wf'))).toBe('no-websocket');
});

test('every meaning that there are words for can be come to', () => {
  const reached = [...byWay, ...byService, ...byRefusal].map(([, meaning]) => meaning);
  expect(new Set([...reached, 'stopped'])).toEqual(new Set(Object.keys(fr.network.meanings)));
});
