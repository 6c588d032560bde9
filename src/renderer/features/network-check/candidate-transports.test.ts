import { expect, test } from 'vitest';
import { candidateTransports } from './candidate-transports.ts';

const udp = 'a=candidate:3746325452 1 udp 2130706431 192.0.2.7 7882 typ host';
const tcp = 'a=candidate:1376403498 1 tcp 1671430143 192.0.2.7 7881 typ host tcptype passive';
const sdp = (...lines: string[]): string =>
  ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'c=IN IP4 0.0.0.0', ...lines, ''].join('\r\n');

// The lines are those of livekit-server 1.13.5, but for the addresses.
test('the ways that a server names are read from its description', () => {
  expect(candidateTransports(sdp(udp, tcp))).toEqual({ udp: true, tcp: true });
  expect(candidateTransports(sdp(udp))).toEqual({ udp: true, tcp: false });
  expect(candidateTransports(sdp(tcp))).toEqual({ udp: false, tcp: true });
});

test('a server that has named none offers none, whatever else its description says', () => {
  expect(candidateTransports(sdp())).toEqual({ udp: false, tcp: false });
  expect(candidateTransports('')).toEqual({ udp: false, tcp: false });
});
