import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../shared/result.ts';
import { networkOf, siteOf } from '../http/address-rate-limiter.ts';
import type { Clock } from '../system/clock.ts';
import { toleranceSeconds, type TokenFault } from './access-token.ts';
import type { Claims, Issuer } from './issuer.ts';
import { createFairQueue } from './fair-queue.ts';

type Deps = {
  readonly issuer: string;
  readonly audience: string;
  readonly asked: Pick<Issuer, 'introspect' | 'report'>;
  readonly clock: Clock;
  /** Whether an address has sent so many wrong tokens and codes that the issuer is no longer asked on its behalf. */
  readonly isSpent: (address: string) => boolean;
};

type Fault = TokenFault | 'too-often';
export type Introspect = (token: string, address: string) => Promise<Result<Claims, Fault>>;

const second = 1000;
/** How long an answer is reused for the same token; an invalid token is believed invalid only briefly. */
const keptFor = { active: 60 * second, void: 5 * second };
const maxKept = 10_000;
/**
 * For this long a token that was valid counts as known, and is asked about separately from tokens never seen before.
 */
const knownFor = 3600 * second;
/**
 * How many questions run and wait at once, so that invented tokens do not flood the issuer: no address takes all the
 * room, and a school's agents wait for their turn. Tokens that were valid before have a queue of their own.
 */
const places = {
  unseen: { atOnce: { all: 24, each: 4 }, waiting: { all: 256, each: 28 } },
  known: { atOnce: { all: 8, each: 4 }, waiting: { all: 128, each: 28 } },
} as const;

/** Asks the issuer what a token means (RFC 7662) and remembers the answer, under a digest of the token. */
export function createIntrospection({ issuer, audience, asked, clock, isSpent }: Deps): Introspect {
  const good = new Map<string, { readonly claims: Claims; readonly at: number; readonly forMs: number }>();
  const voidSince = new Map<string, number>();
  const underway = new Map<string, Promise<Result<Claims, Fault>>>();
  // An issuer that does not answer one question does not answer the next one either.
  const isTrouble = (done: Result<Claims, Fault>) => !done.ok && done.error === 'unknown';
  const queues = {
    unseen: createFairQueue({ ...places.unseen, siteOf, isTrouble }),
    known: createFairQueue({ ...places.known, siteOf, isTrouble }),
  };
  // Setting the clock back must not make an answer younger.
  const ageOf = (time: number) => Math.abs(clock() - time);

  /** Invalid tokens are kept separately: inventing tokens must not push valid ones out. */
  function remember(key: string, claims: Claims | null): void {
    good.delete(key);
    voidSince.delete(key);
    const now = clock();
    if (!claims) return keepBounded(voidSince, key, now);
    const left = typeof claims['exp'] === 'number' ? claims['exp'] * second - now : Infinity;
    keepBounded(good, key, { claims, at: now, forMs: Math.min(keptFor.active, left) });
  }
  function recall(key: string): Result<Claims, Fault> | null {
    const known = good.get(key);
    if (known && ageOf(known.at) < known.forMs) return ok(known.claims);
    return ageOf(voidSince.get(key) ?? -Infinity) < keptFor.void ? err('invalid') : null;
  }

  async function ask(key: string, token: string): Promise<Result<Claims, Fault>> {
    try {
      const claims = await asked.introspect(token);
      const isGood = isForUs(claims, { issuer, audience, now: clock() / second });
      remember(key, isGood ? claims : null);
      return isGood ? ok(claims) : err('invalid');
    } catch (error) {
      asked.report('introspection', error);
      return err('unknown');
    }
  }

  return async (token, address) => {
    const key = createHash('sha256').update(token).digest('base64url');
    const answer = recall(key) ?? underway.get(key);
    if (answer) return answer;
    const known = ageOf(good.get(key)?.at ?? -Infinity) < knownFor;
    const mayAsk = () => known || !isSpent(address);
    if (!mayAsk()) return err('too-often');
    const asking = queues[known ? 'known' : 'unseen'](networkOf(address), async () =>
      // The limit may have been reached while this one waited.
      mayAsk() ? ask(key, token) : err('too-often'),
    )
      .then((done) => done ?? err('unknown' as const))
      .finally(() => underway.delete(key));
    underway.set(key, asking);
    return asking;
  };
}

/** Drops the oldest entry when the table is full. */
function keepBounded<T>(kept: Map<string, T>, key: string, value: T): void {
  const oldest = kept.keys().next().value;
  if (kept.size >= maxKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
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
