import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../meetings/parts.ts';
import { toleranceSeconds, type TokenFault } from './access-token.ts';
import type { Claims, Issuer } from './issuer.ts';

type Given = {
  readonly issuer: string;
  readonly audience: string;
  readonly asked: Pick<Issuer, 'introspect' | 'report'>;
  readonly clock: Clock;
};

export type Introspect = (token: string) => Promise<Result<Claims, TokenFault>>;

const second = 1000;
/** How long an answer stands for the same token; a token that is void is believed dead only briefly. */
const keptFor = { active: 60 * second, void: 5 * second };
const maxKept = 10_000;
/** Questions at a time: strangers with invented tokens must not become a flood at the issuer. */
const maxAsking = 32;

/** Asks the issuer what a token means (RFC 7662) and remembers the answer, under a digest of the token. */
export function createIntrospection({ issuer, audience, asked, clock }: Given): Introspect {
  const answers = new Map<
    string,
    { readonly claims: Claims | null; readonly at: number; readonly forMs: number }
  >();
  const asking = new Map<string, Promise<Result<Claims, TokenFault>>>();

  function remember(key: string, claims: Claims | null): void {
    const now = clock();
    const left = typeof claims?.['exp'] === 'number' ? claims['exp'] * second - now : Infinity;
    const forMs = claims ? Math.min(keptFor.active, left) : keptFor.void;
    const oldest = answers.keys().next().value;
    if (answers.size >= maxKept && oldest !== undefined) answers.delete(oldest);
    answers.delete(key);
    answers.set(key, { claims, at: now, forMs });
  }

  async function ask(key: string, token: string): Promise<Result<Claims, TokenFault>> {
    try {
      const claims = await asked.introspect(token);
      const good = isForUs(claims, { issuer, audience, now: clock() / second });
      remember(key, good ? claims : null);
      return good ? ok(claims) : err('invalid');
    } catch (error) {
      asked.report('introspection', error);
      return err('unknown');
    }
  }

  return async (token) => {
    const key = createHash('sha256').update(token).digest('base64url');
    const known = answers.get(key);
    if (known && Math.abs(clock() - known.at) < known.forMs) {
      return known.claims ? ok(known.claims) : err('invalid');
    }
    const underway = asking.get(key);
    if (underway) return underway;
    if (asking.size >= maxAsking) return err('unknown');
    const answer = ask(key, token).finally(() => asking.delete(key));
    asking.set(key, answer);
    return answer;
  };
}

type Expected = { readonly issuer: string; readonly audience: string; readonly now: number };

/** An active token is not yet one for this service: refresh tokens and those for other services are active too. */
function isForUs(claims: Claims, { issuer, audience, now }: Expected): boolean {
  const { active, iss, aud, exp, nbf, token_type: type } = claims;
  return (
    active === true &&
    (iss === undefined || iss === issuer) &&
    (Array.isArray(aud) ? aud.includes(audience) : aud === audience) &&
    (exp === undefined || (typeof exp === 'number' && exp > now - toleranceSeconds)) &&
    (nbf === undefined || (typeof nbf === 'number' && nbf <= now + toleranceSeconds)) &&
    (type === undefined || (typeof type === 'string' && type.toLowerCase() === 'bearer'))
  );
}
