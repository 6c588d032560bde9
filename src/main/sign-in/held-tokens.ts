import type { Failure } from '../../shared/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { NotKept } from '../../shared/sign-in.ts';
import type { KeychainEntry } from '../credentials/keychain-entry.ts';
import type { Issuer } from './choose-issuer.ts';
import type { IdentityProvider, ProviderTrouble } from './identity-provider.ts';
import { writeStored } from './stored-session.ts';

/** Somebody who is signed in. `refreshToken` null: only until the access token expires. */
export type Held = {
  /** Origin of the service that the sign-in is for. */
  readonly server: string;
  readonly issuer: Issuer;
  readonly provider: IdentityProvider;
  readonly displayName: string;
  readonly refreshToken: string | null;
  /** `isDoubted`: the service did not take it, and may have been wrong: it is used again only if no other can be had. */
  readonly access: { readonly token: string; readonly expiresAt: number; readonly isDoubted?: true } | null;
};

/** The provider of a sign-in, and what is requested from it. */
export type Asked = Pick<Held, 'issuer' | 'provider'>;

type Deps = {
  readonly credentials: KeychainEntry;
  /** What to request now from the same issuer: this may have changed meanwhile. */
  readonly asked: () => Asked | null;
  readonly onHeld: (held: Held, notKept: NotKept | null) => void;
  /** The provider no longer accepts the refresh token. */
  readonly onExpired: () => void;
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
};

export type HeldTokens = {
  get(): Held | null;
  /** Grows at each sign-out and change of service: what was begun before is then undone. */
  epoch(): number;
  /** Signs out, and returns who was signed in. */
  drop(): Held | null;
  /** Restores somebody from the keychain. */
  take(kept: Held): void;
  /** False if they were signed out since `epoch`: their new tokens are then made invalid. */
  keep(next: Held, epoch: number): Promise<boolean>;
  /** Requests the next access token in this way. */
  askAs(asked: Asked): void;
  /** An access token that is still valid for a while. Only while somebody is signed in. */
  accessToken(of: Held): Promise<Result<string, Failure>>;
  /** The service refused this token: the next one will be new. Unless that is certain it is kept until there is one. */
  refused(accessToken: string, isCertain: boolean): void;
};

/** Ms before its expiry from which an access token is no longer sent. */
const marginMs = 30_000;

/** Holds the tokens of who is signed in: the only place where they are. */
export function holdTokens({ credentials, asked, onHeld, onExpired, now }: Deps): HeldTokens {
  let held: Held | null = null;
  let epoch = 0;
  let refreshing: {
    readonly refreshToken: string;
    readonly answer: Promise<Result<string, Failure>>;
  } | null = null;
  const isUsable = ({ expiresAt }: { readonly expiresAt: number }): boolean => expiresAt - marginMs > now();

  /** Whose entry was written to the keychain last. */
  let lastKept: Held | null = null;

  /** Stored before it is used: if the app is killed in between, the new token is stored and not one that is void. */
  async function keep(next: Held, since: number): Promise<boolean> {
    // By now the entry may be of somebody else.
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
    // Nobody is signed out, or hears of the provider's troubles, while there is a token that may be good.
    const doubted = before.access?.isDoubted && isUsable(before.access) ? before.access : null;
    if (!tokens.ok && tokens.error === 'sign-in-refused' && !doubted)
      return epoch === since ? expire() : err({ code: 'not-signed-in' });
    // The former token is void from now on, even if the rest of the answer is invalid.
    if (tokens.ok || rotated !== null) {
      const next = {
        ...before,
        refreshToken: rotated ?? refreshToken,
        access: tokens.ok ? { token: tokens.value.accessToken, expiresAt: tokens.value.expiresAt } : doubted,
        displayName: (tokens.ok && tokens.value.name) || before.displayName,
      };
      if (!(await keep(next, since))) return err({ code: 'not-signed-in' });
    }
    if (tokens.ok) return ok(tokens.value.accessToken);
    return doubted ? ok(doubted.token) : err(failureOf(tokens.error));
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
      if (of.access && !of.access.isDoubted && isUsable(of.access)) return ok(of.access.token);
      if (of.refreshToken === null) return expire();
      const { refreshToken } = of;
      // Compared by token and not by `held`, which also changes when the service refuses an access token meanwhile: a provider
      // that rotates refresh tokens takes a second use of one for theft.
      if (refreshing?.refreshToken !== refreshToken) {
        const answer = refresh(of, refreshToken).finally(() => {
          if (refreshing?.refreshToken === refreshToken) refreshing = null;
        });
        refreshing = { refreshToken, answer };
      }
      return refreshing.answer;
    },
    refused(accessToken, isCertain) {
      if (held?.access?.token !== accessToken) return;
      if (isCertain) held = { ...held, access: null };
      else if (held.refreshToken !== null) held = { ...held, access: { ...held.access, isDoubted: true } };
    },
  };
}

const failureOf = (trouble: ProviderTrouble): Failure =>
  typeof trouble === 'object'
    ? { code: 'clock-wrong', ...trouble }
    : { code: trouble === 'sign-in-refused' ? 'session-expired' : trouble };

/** Tokens for somebody who has signed out must not stay valid. */
export async function forget({
  provider,
  refreshToken,
}: Pick<Held, 'provider' | 'refreshToken'>): Promise<false> {
  if (refreshToken !== null) await provider.revoke(refreshToken);
  return false;
}
