import { randomBytes } from 'node:crypto';
import { err, type Result } from '../../shared/result.ts';
import type { SignInTrouble } from '../../shared/sign-in.ts';
import type { Words } from '../../shared/words/words.ts';
import type { Attempt, IdentityProvider, Tokens } from './identity-provider.ts';
import type { OpenOutside } from '../outside/open-outside.ts';
import { openLoopbackRedirect } from './loopback-redirect.ts';

export type Ask = {
  readonly provider: IdentityProvider;
  readonly openInBrowser: OpenOutside;
  readonly words: Words['signIn'];
  readonly language: string;
  readonly cancelled: AbortSignal;
  /** Ms after which nobody is expected to come back. */
  readonly patienceMs: number;
};

/** 256 bits, in letters that a PKCE verifier may have (RFC 7636, section 4.1). */
const secret = (): string => randomBytes(32).toString('base64url');
const newAttempt = (): Attempt => ({ state: secret(), nonce: secret(), verifier: secret() });

/** One attempt: the system's browser goes to the provider and returns to a port of this machine. */
export async function signInByBrowser(ask: Ask): Promise<Result<Tokens, SignInTrouble>> {
  const { provider, words, language, cancelled, patienceMs } = ask;
  const attempt = newAttempt();
  const { stranger } = words.pages;
  const loopback = await openLoopbackRedirect({ state: attempt.state, stranger, language }).catch(() => null);
  // Without a port, for whatever reason, the browser could not return to us.
  if (loopback === null) return err('browser-missing');
  const { over, stop } = givenUp(cancelled, patienceMs);
  try {
    const address = await Promise.race([provider.begin(loopback.redirectUri, attempt), over]);
    if (typeof address === 'string') return err(address);
    if (!address.ok) return address;
    const opened = ask.openInBrowser(address.value.href).then(
      (isOpened) => (isOpened ? undefined : ('browser-missing' as const)),
      () => 'browser-missing' as const,
    );
    // Somebody already signed in there comes back before we know that the browser has opened.
    const isBack = loopback.arrived.then(() => undefined);
    const notOpened = await Promise.race([opened, isBack, over]);
    if (notOpened !== undefined) return err(notOpened);
    const back = await Promise.race([loopback.arrived, over]);
    if (!(back instanceof URL)) return err(back);
    const redeeming = provider.redeem(back, attempt);
    const first = await Promise.race([redeeming, over]);
    if (typeof first === 'string') void forget(redeeming, provider);
    const tokens = typeof first === 'string' ? err(first) : first;
    await loopback.finish(tokens.ok ? words.pages.done : words.pages.failed);
    return tokens;
  } finally {
    stop();
    loopback.close();
  }
}

/** Tokens that arrive when nobody waits any more must not stay valid. */
async function forget(
  redeeming: ReturnType<IdentityProvider['redeem']>,
  provider: IdentityProvider,
): Promise<void> {
  const late = await redeeming.catch(() => null);
  if (late?.ok && late.value.refreshToken !== null) await provider.revoke(late.value.refreshToken);
}

/** Not by `AbortSignal.timeout`: nothing but the promise holds it, and collected as garbage it never fires (Node 20). */
function givenUp(
  cancelled: AbortSignal,
  patienceMs: number,
): {
  readonly over: Promise<'sign-in-cancelled' | 'sign-in-timed-out'>;
  readonly stop: () => void;
} {
  const { promise: over, resolve } = Promise.withResolvers<'sign-in-cancelled' | 'sign-in-timed-out'>();
  const timer = setTimeout(() => resolve('sign-in-timed-out'), patienceMs);
  const cancel = (): void => resolve('sign-in-cancelled');
  if (cancelled.aborted) cancel();
  cancelled.addEventListener('abort', cancel, { once: true });
  return {
    over,
    stop() {
      clearTimeout(timer);
      cancelled.removeEventListener('abort', cancel);
    },
  };
}
