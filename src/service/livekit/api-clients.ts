import { SignJWT, type JWTPayload } from 'jose';
import { RoomServiceClient, SipClient } from 'livekit-server-sdk';

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

type Options = { readonly requestTimeout: number };

// Fail-over asks for regions that only LiveKit's own cloud has.
export function roomClient(access: LivekitAccess, options: Options): RoomServiceClient {
  const { apiUrl, apiKey, apiSecret } = access;
  const client = new RoomServiceClient(apiUrl, apiKey, apiSecret, { ...options, failover: false });
  return Object.assign(client, { authHeader: authHeaderOf(access) });
}

export function sipClient(access: LivekitAccess, options: Options): SipClient {
  const { apiUrl, apiKey, apiSecret } = access;
  const client = new SipClient(apiUrl, apiKey, apiSecret, { ...options, failover: false });
  return Object.assign(client, { authHeader: authHeaderOf(access) });
}
