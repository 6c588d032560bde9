import { expect, test } from 'vitest';
import { readStats } from './media-stats.ts';

type Stat = Readonly<Record<string, unknown>> & { readonly id: string };
const reportOf = (...stats: readonly Stat[]): RTCStatsReport => new Map(stats.map((stat) => [stat.id, stat]));

// As Chromium 130 (Electron 33) wrote them against livekit-server 1.13.5, without the members that are not read.
const transport: Stat = {
  id: 'T01',
  type: 'transport',
  dtlsState: 'connected',
  selectedCandidatePairId: 'CP',
};
const pair: Stat = {
  id: 'CP',
  type: 'candidate-pair',
  state: 'succeeded',
  nominated: true,
  localCandidateId: 'I',
};
const local = (stat: Readonly<Record<string, unknown>>): Stat => ({
  id: 'I',
  type: 'local-candidate',
  ...stat,
});
const udp = local({ candidateType: 'host', protocol: 'udp' });
const tcp = local({ candidateType: 'prflx', protocol: 'tcp', tcpType: 'active', priority: 1350377215 });
const relay = (relayProtocol: string): Stat =>
  local({
    candidateType: 'relay',
    protocol: 'udp',
    relayProtocol,
    url: 'turns:10.213.172.2:443?transport=tcp',
  });
const relayElsewhere = local({
  candidateType: 'prflx',
  protocol: 'udp',
  relayProtocol: 'tls',
  relatedPort: 35170,
});
const sent = (packetsSent: number): Stat => ({
  id: 'OT01A1',
  type: 'outbound-rtp',
  kind: 'audio',
  packetsSent,
});
const told = (packetsLost: number, fractionLost: number): Stat => ({
  id: 'RIA1',
  type: 'remote-inbound-rtp',
  kind: 'audio',
  jitter: 0.005062,
  packetsLost,
  fractionLost,
  roundTripTimeMeasurements: 0,
});

test.each([
  ['udp', udp],
  ['tcp', tcp],
  ['relay-tls', relay('tls')],
  ['relay-tls', relayElsewhere],
  ['relay-tcp', relay('tcp')],
  ['relay-udp', relay('udp')],
])('the way that media take is read: %s', (path, candidate) => {
  expect(readStats(reportOf(transport, pair, candidate, sent(51))).path).toBe(path);
});

test('there is no way until a pair of addresses is selected, whatever else is there', () => {
  const { selectedCandidatePairId: _, ...undecided } = transport;
  expect(readStats(reportOf(undecided as Stat, pair, udp)).path).toBeNull();
  expect(readStats(reportOf())).toEqual({ path: null, arrival: 'no-report' });
});

test('what was sent arrives only where the server says so', () => {
  const arrival = (...stats: readonly Stat[]) => readStats(reportOf(transport, pair, udp, ...stats)).arrival;
  expect(arrival(sent(51), told(0, 0))).toBe('arrives');
  expect(arrival(sent(51), told(10, 0.2))).toBe('arrives');
  expect(arrival(sent(51))).toBe('no-report');
  expect(arrival(sent(0), told(0, 0))).toBe('no-report');
  expect(arrival(sent(51), told(51, 0))).toBe('lost');
  expect(arrival(sent(500), told(40, 0.6))).toBe('lost');
});
