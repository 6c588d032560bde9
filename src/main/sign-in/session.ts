import type { Discovery } from '../../shared/discovery.ts';
import type { Failure } from '../../shared/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { NotKept, SignInState, SignInTrouble } from '../../shared/sign-in.ts';
import type { Credentials } from '../credentials/credentials.ts';
import { chooseIssuer, sameAsk, sameIssuer, type Issuer } from './choose-issuer.ts';
import type { IdentityProvider, Tokens } from './identity-provider.ts';
import { readKept, writeKept } from './kept-session.ts';

type Deps = {
  readonly settings: () => Pick<Settings, 'server' | 'signInIssuer' | 'signInClientId'>;
  readonly connect: (issuer: Issuer) => IdentityProvider;
  readonly credentials: Credentials;
  /** Settles when a keychain that was told as locked has its user's answer; null where it waits for none. */
  readonly unlocked: () => Promise<unknown> | null;
  /** One attempt in the browser. */
  readonly signInByBrowser: (
    provider: IdentityProvider,
    cancelled: AbortSignal,
  ) => Promise<Result<Tokens, SignInTrouble>>;
  readonly onState: (state: SignInState) => void;
  /** Ms since the epoch. */
  readonly now: () => number;
};

export type Session = {
  state(): SignInState;
  /** What the own service says of its sign-in; somebody who is kept for it is signed in again. */
  useService(discovery: Pick<Discovery, 'signIn'>): Promise<void>;
  /** One attempt at a time: a second wish while one is on changes nothing. */
  signIn(): Promise<void>;
  /** Ends the attempt, or takes note of why the last one failed. */
  cancel(): void;
  signOut(): Promise<void>;
  /** For this origin and no other than the own service's; null for whoever is not signed in there. */
  accessToken(origin: string): Promise<Result<string | null, Failure>>;
  /** The service did not take this one: the next is a new one. */
  refused(accessToken: string): void;
};

/** Somebody who is signed in. `refreshToken` null: until the access token is over. */
type Held = {
  readonly server: string;
  readonly issuer: Issuer;
  readonly provider: IdentityProvider;
  readonly displayName: string;
  readonly refreshToken: string | null;
  readonly access: { readonly token: string; readonly expiresAt: number } | null;
};

/** Ms before its end from which an access token is no longer sent. */
const marginMs = 30_000;

/** Who is signed in: the only place where tokens are. */
export function openSession({
  settings,
  connect,
  credentials,
  unlocked,
  signInByBrowser,
  onState,
  now,
}: Deps): Session {
  let state: SignInState = { name: 'none' };
  let issuer: Issuer | null = null;
  let server = '';
  let provider: IdentityProvider | null = null;
  let held: Held | null = null;
  let attempt: AbortController | null = null;
  /** Grows whenever somebody is signed out or elsewhere: what was begun before then is undone. */
  let epoch = 0;
  let refreshing: {
    readonly refreshToken: string;
    readonly answer: Promise<Result<string, Failure>>;
  } | null = null;
  /** Whose entry the keychain was given last. */
  let lastKept: Held | null = null;

  const become = (next: SignInState): void => {
    state = next;
    onState(next);
  };
  const signedOut = (trouble: SignInTrouble | null, keychain: NotKept | null = null): void =>
    become({ name: 'signed-out', trouble, keychain });

  /** What is asked for now of the same issuer, which may have changed while somebody waited. */
  const ask = (wanted: Issuer, asked: IdentityProvider): Pick<Held, 'issuer' | 'provider'> => ({
    issuer: issuer ?? wanted,
    provider: provider ?? asked,
  });

  /** Stored before it is used: whoever is killed in between has the new one, or none that is still good. */
  async function keep(next: Held, since: number): Promise<boolean> {
    const { refreshToken, displayName } = next;
    // Somebody else may be kept there by now.
    if (epoch !== since) return forget(next);
    lastKept = next;
    const notKept =
      refreshToken === null
        ? null
        : await writeKept(credentials, {
            server: next.server,
            issuer: next.issuer.issuer,
            clientId: next.issuer.clientId,
            displayName,
            refreshToken,
          });
    if (epoch !== since) {
      if (lastKept === next) await credentials.remove();
      return forget(next);
    }
    held = { ...next, ...ask(next.issuer, next.provider) };
    become({ name: 'signed-in', displayName, notKept });
    return true;
  }

  /** What came for nobody must not be good for anything. */
  async function forget({
    provider: giver,
    refreshToken,
  }: Pick<Held, 'provider' | 'refreshToken'>): Promise<false> {
    if (refreshToken !== null) await giver.revoke(refreshToken);
    return false;
  }

  /** Other scopes, or a token for another resource, from the same issuer: nobody has to sign in for that. */
  function askFor(wanted: Issuer | null): void {
    if (wanted === null || sameAsk(wanted, issuer)) return;
    [issuer, provider] = [wanted, connect(wanted)];
    if (held) held = { ...held, issuer, provider, access: null };
  }

  async function expire(): Promise<Result<never, Failure>> {
    held = null;
    become({ name: 'expired' });
    await credentials.remove();
    return err({ code: 'session-expired' });
  }

  async function refresh(before: Held, refreshToken: string): Promise<Result<string, Failure>> {
    const since = epoch;
    const fresh = await before.provider.refresh(refreshToken);
    if (!fresh.ok) {
      if (fresh.error === 'sign-in-unreachable') return err({ code: 'sign-in-unreachable' });
      return epoch === since ? expire() : err({ code: 'not-signed-in' });
    }
    const { accessToken, expiresAt, name } = fresh.value;
    const next = {
      ...before,
      access: { token: accessToken, expiresAt },
      displayName: name || before.displayName,
      refreshToken: fresh.value.refreshToken ?? refreshToken,
    };
    return (await keep(next, since)) ? ok(accessToken) : err({ code: 'not-signed-in' });
  }

  async function resume(wanted: Issuer, asked: IdentityProvider): Promise<void> {
    const since = epoch;
    const kept = await readKept(credentials, server, wanted);
    // A later answer may name another issuer, and somebody may not have waited.
    if (epoch !== since || held !== null || attempt !== null) return;
    if (!kept.ok) {
      signedOut(null, kept.error);
      const told = state;
      // Where the app starts with the session, the keychain's password is asked for just then.
      void unlocked()?.then(() => (state === told ? resume(wanted, asked) : undefined));
      return;
    }
    if (kept.value === null) return signedOut(null);
    const { displayName, refreshToken } = kept.value;
    held = { server, ...ask(wanted, asked), displayName, refreshToken, access: null };
    become({ name: 'signed-in', displayName, notKept: null });
  }

  return {
    state: () => state,

    async useService({ signIn }) {
      const wanted = chooseIssuer(settings(), signIn);
      const { server: wantedServer } = settings();
      if (sameIssuer(wanted, issuer) && wantedServer === server) return askFor(wanted);
      attempt?.abort();
      attempt = null;
      epoch += 1;
      [issuer, server, held] = [wanted, wantedServer, null];
      provider = wanted && connect(wanted);
      if (!wanted || !provider) return become({ name: 'none' });
      await resume(wanted, provider);
    },

    async signIn() {
      if (!provider || !issuer || attempt || state.name === 'signed-in') return;
      const [mine, asked, of, since] = [new AbortController(), provider, { issuer, server }, epoch];
      attempt = mine;
      become({ name: 'signing-in' });
      // Whatever nobody foresaw must not leave the agent before a dialog that never ends.
      const tokens = await signInByBrowser(asked, mine.signal).catch(() =>
        err('sign-in-unreachable' as const),
      );
      const isWanted = attempt === mine && epoch === since;
      if (attempt === mine) attempt = null;
      if (!isWanted) {
        if (tokens.ok) await forget({ provider: asked, refreshToken: tokens.value.refreshToken });
        return;
      }
      if (!tokens.ok) return signedOut(tokens.error === 'sign-in-cancelled' ? null : tokens.error);
      const { accessToken, expiresAt, refreshToken, name } = tokens.value;
      const access = { token: accessToken, expiresAt };
      await keep({ ...of, provider: asked, displayName: name, refreshToken, access }, since);
    },

    cancel() {
      if (attempt) attempt.abort();
      else if (state.name === 'signed-out') signedOut(null);
    },

    async signOut() {
      if (state.name === 'none') return;
      const before = held;
      epoch += 1;
      const mine = epoch;
      attempt?.abort();
      [attempt, held] = [null, null];
      signedOut(null);
      const told = state;
      const removed = await credentials.remove();
      // Unless somebody signs in again already.
      if (epoch === mine && state === told && !removed.ok && removed.error !== 'keychain-missing')
        signedOut(null, removed.error);
      if (before?.refreshToken) await before.provider.revoke(before.refreshToken);
    },

    async accessToken(origin) {
      const before = held;
      if (!before)
        return state.name === 'expired' && origin === server ? err({ code: 'session-expired' }) : ok(null);
      if (origin !== before.server || origin !== settings().server) return ok(null);
      if (before.access && before.access.expiresAt - marginMs > now()) return ok(before.access.token);
      if (before.refreshToken === null) return expire();
      const { refreshToken } = before;
      // By the token, not by `held`, which also changes when the service refuses an access token meanwhile: a provider that
      // rotates them takes a second use for a thief's.
      if (refreshing?.refreshToken !== refreshToken) {
        const answer = refresh(before, refreshToken).finally(() => {
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
