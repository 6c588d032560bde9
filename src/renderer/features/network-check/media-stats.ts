import type { MediaPath } from './results.ts';

export type MediaStats = {
  /** Null until media have a way. */
  readonly path: MediaPath | null;
  /** What the server said, by RTCP, of the packets that were sent to it. */
  readonly arrival: 'arrives' | 'lost' | 'no-report';
};

type Candidate = {
  readonly candidateType: string;
  readonly protocol: string;
  readonly relayProtocol?: string;
};
type Pair = { readonly localCandidateId: string };
type Transport = { readonly selectedCandidatePairId?: string };
type Sent = { readonly packetsSent: number };
/** Chromium 130 writes no `packetsReceived` here. */
type Reported = { readonly packetsLost: number; readonly fractionLost?: number };

/** What the statistics of a sender say. */
export function readStats(report: RTCStatsReport): MediaStats {
  const all = [...report.values()] as { readonly type: string }[];
  const first = (type: string): unknown => all.find((each) => each.type === type);
  const pairId = (first('transport') as Transport | undefined)?.selectedCandidatePairId;
  const pair = pairId === undefined ? undefined : (report.get(pairId) as Pair | undefined);
  const local = pair && (report.get(pair.localCandidateId) as Candidate | undefined);
  return {
    path: local ? pathOf(local) : null,
    arrival: arrivalOf(
      first('outbound-rtp') as Sent | undefined,
      first('remote-inbound-rtp') as Reported | undefined,
    ),
  };
}

function pathOf({ candidateType, protocol, relayProtocol }: Candidate): MediaPath {
  // A relay that the media server sees under another address than the relay's own is written as « prflx » (Chromium 130).
  const isRelay = candidateType === 'relay' || relayProtocol !== undefined;
  if (!isRelay) return protocol === 'tcp' ? 'tcp' : 'udp';
  return relayProtocol === 'tls' ? 'relay-tls' : relayProtocol === 'tcp' ? 'relay-tcp' : 'relay-udp';
}

/** Half of what is sent is too little for anybody to be understood. */
const mostLost = 0.5;

function arrivalOf(sent: Sent | undefined, reported: Reported | undefined): MediaStats['arrival'] {
  // A server that got nothing has no source to report on.
  if (!sent || !reported || sent.packetsSent === 0) return 'no-report';
  const isLost = reported.packetsLost >= sent.packetsSent || (reported.fractionLost ?? 0) > mostLost;
  return isLost ? 'lost' : 'arrives';
}
