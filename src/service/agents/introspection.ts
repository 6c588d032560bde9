import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../shared/result.ts';
import { neighbourhood } from '../count-per-address.ts';
import type { Clock } from '../meetings/parts.ts';
import { toleranceSeconds, type TokenFault } from './access-token.ts';
import type { Claims, Issuer } from './issuer.ts';
import { createTurns } from './turns.ts';

type Given = {
  readonly issuer: string;
  readonly audience: string;
  readonly asked: Pick<Issuer, 'introspect' | 'report'>;
  readonly clock: Clock;
  /** Whether an address has sent so many wrong tokens and codes that nobody is asked for it any more. */
  readonly isSpent: (address: string) => boolean;
};

type Fault = TokenFault | 'too-often';
export type Introspect = (token: string, address: string) => Promise<Result<Claims, Fault>>;

const second = 1000;
/** How long an answer stands for the same token; a token that is void is believed dead only briefly. */
const keptFor = { active: 60 * second, void: 5 * second };
const maxKept = 10_000;
/** Questions at a time: strangers with invented tokens must not become a flood at the issuer. */
const maxAsking = 32;
/** Of them, for one address, so that no stranger takes all; a school's agents wait for their turn. */
const ofAnAddress = { atOnce: 4, waiting: 28 } as const;
/** Tokens that are asked about or wait to be. */
const maxUnderway = 320;

/** Asks the issuer what a token means (RFC 7662) and remembers the answer, under a digest of the token. */
export function createIntrospection({ issuer, audience, asked, clock, isSpent }: Given): Introspect {
  const answers = new Map<
    string,
    { readonly claims: Claims | null; readonly at: number; readonly forMs: number }
  >();
  const underway = new Map<string, Promise<Result<Claims, Fault>>>();
  // An issuer that does not answer one does not answer the next either.
  const inTurn = createTurns<Result<Claims, Fault>>(
    ofAnAddress,
    (done) => !done.ok && done.error === 'unknown',
  );
  let asking = 0;

  function remember(key: string, claims: Claims | null): void {
    const now = clock();
    const left = typeof claims?.['exp'] === 'number' ? claims['exp'] * second - now : Infinity;
    const forMs = claims ? Math.min(keptFor.active, left) : keptFor.void;
    const oldest = answers.keys().next().value;
    if (answers.size >= maxKept && oldest !== undefined) answers.delete(oldest);
    answers.delete(key);
    answers.set(key, { claims, at: now, forMs });
  }

  async function ask(key: string, token: string, address: string): Promise<Result<Claims, Fault>> {
    if (isSpent(address)) return err('too-often');
    if (asking >= maxAsking) return err('unknown');
    asking += 1;
    try {
      const claims = await asked.introspect(token);
      const good = isForUs(claims, { issuer, audience, now: clock() / second });
      remember(key, good ? claims : null);
      return good ? ok(claims) : err('invalid');
    } catch (error) {
      asked.report('introspection', error);
      return err('unknown');
    } finally {
      asking -= 1;
    }
  }

  return async (token, address) => {
    const key = createHash('sha256').update(token).digest('base64url');
    const known = answers.get(key);
    if (known && Math.abs(clock() - known.at) < known.forMs) {
      return known.claims ? ok(known.claims) : err('invalid');
    }
    const same = underway.get(key);
    if (same) return same;
    if (underway.size >= maxUnderway) return err('unknown');
    const answer = inTurn(neighbourhood(address), () => ask(key, token, address))
      .then((done) => done ?? err('unknown' as const))
      .finally(() => underway.delete(key));
    underway.set(key, answer);
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
