import { SignJWT, type JWTPayload } from 'jose';
import { RoomServiceClient, SipClient } from 'livekit-server-sdk';
import type { SendRequest } from './api-connections.ts';

export type LivekitAccess = {
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Ms since 1970. LiveKit refuses a token of more than a minute from now, so a wrong clock here would close every door. */
  readonly clock: () => number;
};

/** Signs a token for LiveKit, valid from now for `ttlSeconds`. */
export function signLivekitToken(
  { apiKey, apiSecret, clock }: Omit<LivekitAccess, 'apiUrl'>,
  claims: JWTPayload,
  ttlSeconds: number,
): Promise<string> {
  const now = Math.floor(clock() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(apiKey)
    .setNotBefore(now)
    .setExpirationTime(now + ttlSeconds)
    .sign(new TextEncoder().encode(apiSecret));
}

const requestTtlSeconds = 60;

// livekit-server-sdk 2.19 dates its tokens by this machine's clock.
type AuthHeader = RoomServiceClient['authHeader'];
const authHeaderOf =
  (access: LivekitAccess): AuthHeader =>
  async (video, sip) => ({
    Authorization: `Bearer ${await signLivekitToken(access, { video, ...(sip ? { sip } : {}) }, requestTtlSeconds)}`,
  });

// Fail-over asks for regions that only LiveKit's own cloud has.
const options = { failover: false };

export function roomClient(access: LivekitAccess, send: SendRequest): RoomServiceClient {
  const { apiUrl, apiKey, apiSecret } = access;
  return sendingBy(new RoomServiceClient(apiUrl, apiKey, apiSecret, options), access, send);
}

export function sipClient(access: LivekitAccess, send: SendRequest): SipClient {
  const { apiUrl, apiKey, apiSecret } = access;
  return sendingBy(new SipClient(apiUrl, apiKey, apiSecret, options), access, send);
}

const sendingBy = <C extends object>(client: C, access: LivekitAccess, request: SendRequest): C =>
  Object.assign<C, object>(client, { authHeader: authHeaderOf(access), rpc: { request } });
