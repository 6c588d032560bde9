import { randomBytes } from 'node:crypto';
import { err, type Result } from '../../shared/result.ts';
import type { SignInTrouble } from '../../shared/sign-in.ts';
import type { Words } from '../../shared/words/words.ts';
import type { Attempt, IdentityProvider, Tokens } from './identity-provider.ts';
import { openLoopback } from './loopback.ts';

export type Ask = {
  readonly provider: IdentityProvider;
  readonly openInBrowser: (address: string) => Promise<void>;
  readonly words: Words['signIn'];
  readonly language: string;
  readonly cancelled: AbortSignal;
  /** Ms until nobody is expected to come back any more. */
  readonly patienceMs: number;
};

/** 256 bits, in letters that a PKCE verifier may have (RFC 7636, section 4.1). */
const secret = (): string => randomBytes(32).toString('base64url');
const newAttempt = (): Attempt => ({ state: secret(), nonce: secret(), verifier: secret() });

/** One attempt: the system's browser goes to the provider and comes back to a port of this machine. */
export async function signInByBrowser(ask: Ask): Promise<Result<Tokens, SignInTrouble>> {
  const { provider, words, language, cancelled, patienceMs } = ask;
  const attempt = newAttempt();
  const { stranger } = words.pages;
  const loopback = await openLoopback({ state: attempt.state, stranger, language }).catch(() => null);
  // No port for the way back: whatever holds it, the browser would have nowhere to come back to.
  if (loopback === null) return err('browser-missing');
  try {
    const address = await provider.begin(loopback.redirectUri, attempt);
    if (!address.ok) return address;
    if (cancelled.aborted) return err('sign-in-cancelled');
    try {
      await ask.openInBrowser(address.value.href);
    } catch {
      return err('browser-missing');
    }
    const back = await Promise.race([loopback.arrived, givenUp(cancelled, patienceMs)]);
    if (!(back instanceof URL)) return err(back);
    const tokens = await provider.redeem(back, attempt);
    await loopback.finish(tokens.ok ? words.pages.done : words.pages.failed);
    return tokens;
  } finally {
    loopback.close();
  }
}

function givenUp(
  cancelled: AbortSignal,
  patienceMs: number,
): Promise<'sign-in-cancelled' | 'sign-in-timed-out'> {
  const either = AbortSignal.any([cancelled, AbortSignal.timeout(patienceMs)]);
  return new Promise((resolve) => {
    const giveUp = (): void => resolve(cancelled.aborted ? 'sign-in-cancelled' : 'sign-in-timed-out');
    either.addEventListener('abort', giveUp, { once: true });
  });
}
