import type { FailureCode } from '../../../shared/failure.ts';

/** How media go: straight to the media server, or by a relay that is reached by UDP, TCP or TLS. */
export type MediaPath = 'udp' | 'tcp' | 'relay-udp' | 'relay-tcp' | 'relay-tls';

/** In the order in which they are looked at. */
export const checkNames = ['service', 'websocket', 'udp', 'publish', 'turn', 'tcp'] as const;
export type CheckName = (typeof checkNames)[number];

/** `not-offered`: by the service, which is no fault of this network. `skipped`: what it builds upon failed. */
export type Outcome = 'works' | 'fails' | 'not-offered' | 'skipped';

/** Why the media server's WebSocket did not open: livekit-client's reason and the HTTP status, by number. */
type SignalCode = 'ok' | 'time-out' | `livekit-${number}` | `livekit-${number}-${number}`;
/** The path that was found; `no-path`: none; `no-report`: the server said nothing of what was sent; `lost`: it got too little. */
type MediaCode = MediaPath | 'no-path' | 'no-report' | 'lost' | 'not-offered';

type Codes = {
  readonly service: 'ok' | FailureCode;
  readonly websocket: SignalCode | FailureCode;
  readonly udp: MediaCode | SignalCode | FailureCode;
  readonly publish: Codes['udp'];
  readonly turn: Codes['udp'];
  readonly tcp: Codes['udp'];
};
export type CodeOf<Name extends CheckName> = Codes[Name];

type Told<Name extends CheckName> = {
  readonly name: Name;
  readonly outcome: Outcome;
  readonly ms: number;
  /** For the report: nothing in it tells an address, a name or a token. Of a skipped check, what failed before it. */
  readonly code: CodeOf<Name>;
};

/** What one check found. */
export type NetworkResult = { [Name in CheckName]: Told<Name> }[CheckName];
