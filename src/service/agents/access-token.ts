import { decodeProtectedHeader, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../system/clock.ts';
import type { Claims } from './issuer.ts';
import type { RefreshingCache } from './refreshing-cache.ts';

/** `invalid`: not a token for us. `unknown`: it cannot be judged now. */
export type TokenFault = 'invalid' | 'unknown';

/** What the clocks of issuer and service may differ by, in seconds. */
export const toleranceSeconds = 30;

/** Only those with a private half: with a shared secret the published key would be one. */
const algorithms = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');

type Deps = {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: RefreshingCache<JWTVerifyGetKey>;
  readonly clock: Clock;
};

/** Claims of a JWT access token (RFC 9068). A key that we do not know is asked for once, as keys change. */
export async function readAccessToken(token: string, deps: Deps): Promise<Result<Claims, TokenFault>> {
  const known = await deps.keys.get();
  if (!known) return err('unknown');
  const first = await verify(token, known, deps);
  if (first !== 'no-such-key') return first;
  const { value: renewed, sure } = await deps.keys.renew();
  const second = renewed ? await verify(token, renewed, deps) : 'no-such-key';
  if (second !== 'no-such-key') return second;
  // While the issuer does not answer, a key that we do not know may well be its new one.
  return err(sure ? 'invalid' : 'unknown');
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience, clock }: Deps,
): Promise<Result<Claims, TokenFault> | 'no-such-key'> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms,
      issuer,
      audience,
      typ: 'at+jwt',
      requiredClaims: ['exp', 'iat', 'sub', 'jti'],
      clockTolerance: toleranceSeconds,
      currentDate: new Date(clock()),
    });
    return ok(payload);
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'no-such-key';
    if (error instanceof errors.JOSEError) return err('invalid');
    throw error;
  }
}

/** Whether the text is built like a signed JWT, of which the issuer need not be asked. */
export function looksLikeJwt(token: string): boolean {
  if (token.split('.').length !== 3) return false;
  try {
    decodeProtectedHeader(token);
    return true;
  } catch {
    return false;
  }
}
