import type { Failure } from '../../shared/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { NotKept } from '../../shared/sign-in.ts';
import type { Credentials } from '../credentials/credentials.ts';
import type { Issuer } from './choose-issuer.ts';
import type { IdentityProvider, ProviderTrouble } from './identity-provider.ts';
import { writeStored } from './stored-session.ts';

/** Somebody who is signed in. `refreshToken` null: until the access token is over. */
export type Held = {
  /** Origin of the service that it is for. */
  readonly server: string;
  readonly issuer: Issuer;
  readonly provider: IdentityProvider;
  readonly displayName: string;
  readonly refreshToken: string | null;
  readonly access: { readonly token: string; readonly expiresAt: number } | null;
};

/** Whom somebody signs in with, and what is asked of them. */
export type Asked = Pick<Held, 'issuer' | 'provider'>;

type Deps = {
  readonly credentials: Credentials;
  /** What is asked now of the same issuer, which may have changed while somebody waited. */
  readonly asked: () => Asked | null;
  readonly onHeld: (held: Held, notKept: NotKept | null) => void;
  /** The provider no longer takes what it gave. */
  readonly onExpired: () => void;
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
};

export type HeldTokens = {
  get(): Held | null;
  /** Grows whenever somebody is signed out or elsewhere: what was begun before then is undone. */
  epoch(): number;
  /** Nobody is signed in from now on; says who was. */
  drop(): Held | null;
  /** Somebody whom the keychain kept. */
  take(kept: Held): void;
  /** False where they were signed out since `epoch`: what was given to them is good for nothing then. */
  keep(next: Held, epoch: number): Promise<boolean>;
  /** The next access token is asked for in this way. */
  askAs(asked: Asked): void;
  /** An access token that is good for a while. Only while somebody is signed in. */
  accessToken(of: Held): Promise<Result<string, Failure>>;
  /** The service did not take this one: the next is a new one. */
  refused(accessToken: string): void;
};

/** Ms before its end from which an access token is no longer sent. */
const marginMs = 30_000;

/** What makes somebody signed in: the only place where tokens are. */
export function holdTokens({ credentials, asked, onHeld, onExpired, now }: Deps): HeldTokens {
  let held: Held | null = null;
  let epoch = 0;
  let refreshing: {
    readonly refreshToken: string;
    readonly answer: Promise<Result<string, Failure>>;
  } | null = null;
  /** Whose entry the keychain was given last. */
  let lastKept: Held | null = null;

  /** Stored before it is used: whoever is killed in between has the new one, or none that is still good. */
  async function keep(next: Held, since: number): Promise<boolean> {
    // Somebody else may be kept there by now.
    if (epoch !== since) return forget(next);
    lastKept = next;
    const notKept = await write(next);
    if (epoch !== since) {
      if (lastKept === next) await credentials.remove();
      return forget(next);
    }
    held = { ...next, ...asked() };
    onHeld(held, notKept);
    return true;
  }

  async function write({ refreshToken, server, issuer, displayName }: Held): Promise<NotKept | null> {
    if (refreshToken === null) return null;
    const { issuer: address, clientId } = issuer;
    return writeStored(credentials, { server, issuer: address, clientId, displayName, refreshToken });
  }

  async function expire(): Promise<Result<never, Failure>> {
    held = null;
    onExpired();
    await credentials.remove();
    return err({ code: 'session-expired' });
  }

  async function refresh(before: Held, refreshToken: string): Promise<Result<string, Failure>> {
    const since = epoch;
    const { rotated, tokens } = await before.provider.refresh(refreshToken);
    if (!tokens.ok && tokens.error === 'sign-in-refused')
      return epoch === since ? expire() : err({ code: 'not-signed-in' });
    // The former one is void from now on, whatever is wrong with the rest of the answer.
    if (tokens.ok || rotated !== null) {
      const next = {
        ...before,
        refreshToken: rotated ?? refreshToken,
        access: tokens.ok ? { token: tokens.value.accessToken, expiresAt: tokens.value.expiresAt } : null,
        displayName: (tokens.ok && tokens.value.name) || before.displayName,
      };
      if (!(await keep(next, since))) return err({ code: 'not-signed-in' });
    }
    return tokens.ok ? ok(tokens.value.accessToken) : err(failureOf(tokens.error));
  }

  return {
    get: () => held,
    epoch: () => epoch,
    drop() {
      const before = held;
      epoch += 1;
      held = null;
      return before;
    },
    take(kept) {
      held = { ...kept, ...asked() };
    },
    keep,
    askAs(next) {
      if (held) held = { ...held, ...next, access: null };
    },
    async accessToken(of) {
      if (of.access && of.access.expiresAt - marginMs > now()) return ok(of.access.token);
      if (of.refreshToken === null) return expire();
      const { refreshToken } = of;
      // By the token, not by `held`, which also changes when the service refuses an access token meanwhile: a provider that
      // rotates them takes a second use for a thief's.
      if (refreshing?.refreshToken !== refreshToken) {
        const answer = refresh(of, refreshToken).finally(() => {
          if (refreshing?.refreshToken === refreshToken) refreshing = null;
        });
        refreshing = { refreshToken, answer };
      }
      return refreshing.answer;
    },
    refused(accessToken) {
      if (held?.access?.token === accessToken) held = { ...held, access: null };
    },
  };
}

const failureOf = (trouble: ProviderTrouble): Failure =>
  typeof trouble === 'object'
    ? { code: 'clock-wrong', ...trouble }
    : { code: trouble === 'sign-in-refused' ? 'session-expired' : trouble };

/** What came for nobody must not be good for anything. */
export async function forget({
  provider,
  refreshToken,
}: Pick<Held, 'provider' | 'refreshToken'>): Promise<false> {
  if (refreshToken !== null) await provider.revoke(refreshToken);
  return false;
}
