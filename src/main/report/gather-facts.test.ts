import { expect, test } from 'vitest';
import { nothingTold } from '../../shared/devices/system-facts.ts';
import type { PageFindings } from '../../shared/report.ts';
import { err, ok } from '../../shared/result.ts';
import { resolveSettings } from '../../shared/settings/resolve-settings.ts';
import { words } from '../../shared/words/words.ts';
import { gatherFacts, type GatherDeps } from './gather-facts.ts';
import { makeReport } from './make-report.ts';

const page: PageFindings = { devices: [], checks: [], networkChecks: [], connection: null };
const settings = resolveSettings([
  {
    source: 'machine-policy',
    values: {
      server: 'https://visio.example',
      allowedServers: ['https://autre.example'],
      signInIssuer: 'https://sso.example',
    },
  },
]);
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcmkifQ.c2lnbmF0dXJl';

/** Every secret that main can have, in the places where it has them. */
const admission = {
  meeting: {
    id: 'Q0FOQVJJLWlk',
    reference: 'K7Q-2FD',
    links: { participant: 'https://visio.example/r/kJ3xV', moderator: 'https://visio.example/r/mJ3xV' },
    telephone: { number: '+33 1 98 76 54 32', pin: '4172938056' },
  },
  participant: { identity: 'canari-identity', displayName: 'Marie Gérard (DSI)', verified: 'agent' },
  livekitUrl: 'wss://media.example',
  livekitToken: jwt,
};

const deps = (changed: Partial<GatherDeps> = {}): GatherDeps => ({
  machine: {
    versions: { 'Visio-Agents': '1.2.3', Electron: '33.2.1', Chromium: '130.0.6723.44' },
    system: async () => ({ name: 'Linux', release: '6.1', arch: 'x64', locale: 'fr', display: '' }),
    interfaces: () => ['eth0'],
    screen: () => null,
    uptimeMs: () => 60_000,
    people: () => ['mgerard'],
    computers: () => ['pc-canari'],
  },
  readFacts: async () => nothingTold,
  settings: { get: () => settings.values, resolved: () => settings, displayName: () => 'Zébuline' },
  session: { state: () => ({ name: 'signed-in', displayName: 'Marie Gérard', notKept: null }) },
  own: { known: () => null },
  current: {
    get: () => ({ admission, present: true }) as never,
    seat: () => ok({ origin: 'https://hote.example', token: 'canari-token' }),
  },
  resolveProxy: async () => 'PROXY srv-proxy:3128',
  isOnline: () => true,
  log: { recent: () => [] },
  now: () => Date.parse('2026-11-23T10:00:00Z'),
  ...changed,
});

test('main knows by itself which people and which computers must not be named', async () => {
  const { known } = await gatherFacts(deps(), page);
  expect(known.people).toEqual(
    expect.arrayContaining(['Zébuline', 'Marie Gérard', 'Marie Gérard (DSI)', 'mgerard']),
  );
  expect(known.computers).toEqual(
    expect.arrayContaining(
      ['visio', 'autre', 'sso', 'media', 'hote']
        .map((name) => `${name}.example`)
        .concat('srv-proxy', 'pc-canari'),
    ),
  );
});

test('of a meeting the report has its reference, and nothing that opens it or calls it', async () => {
  const text = await makeReport(deps(), () => words.fr)(page);
  expect(text).toContain('K7Q-2FD');
  const secrets = [jwt, 'kJ3xV', 'mJ3xV', '98 76', '4172938056', 'canari', 'Q0FOQVJJ', 'Gérard', 'example'];
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

test('a look at a device that fails, a proxy that is not told and a missing service leave the rest of the report', async () => {
  const { facts } = await gatherFacts(
    deps({
      readFacts: async () => Promise.reject(new Error('no')),
      resolveProxy: async () => Promise.reject(new Error('no')),
      current: { get: () => null, seat: () => err({ code: 'meeting-over' }) },
    }),
    page,
  );
  expect(facts).toMatchObject({
    devices: { microphone: nothingTold },
    network: { proxy: 'unknown' },
    service: 'silent',
    reference: null,
    runningSince: '2026-11-23T09:59:00.000Z',
  });
});

test('a proxy’s script that never answers does not keep the report from being made', async () => {
  const { facts } = await gatherFacts(deps({ resolveProxy: () => new Promise(() => undefined) }), page);
  expect(facts.network.proxy).toBe('unknown');
});
