import type { Discovery } from '../../shared/discovery.ts';
import type { Failure } from '../../shared/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { NotKept, SignInState, SignInTrouble } from '../../shared/sign-in.ts';
import type { KeychainEntry } from '../credentials/keychain-entry.ts';
import type { Agreements } from './agreements.ts';
import {
  chooseIssuer,
  reachOf,
  sameAsk,
  sameIssuer,
  type Issuer,
  type Reach,
  type SignInSettings,
} from './choose-issuer.ts';
import { forget, holdTokens, type Asked } from './held-tokens.ts';
import type { IdentityProvider, Tokens } from './identity-provider.ts';
import { readStored } from './stored-session.ts';

type Deps = {
  readonly settings: () => SignInSettings;
  /** Consent of the user, needed if the tokens are valid anywhere and no administrator named their issuer. */
  readonly agreements: Agreements;
  readonly connect: (issuer: Issuer) => IdentityProvider;
  readonly credentials: KeychainEntry;
  /** Settles when a locked keychain has its user's answer; null if it is not waiting. */
  readonly unlocked: () => Promise<unknown> | null;
  /** Makes one attempt in the browser. */
  readonly signInByBrowser: (
    provider: IdentityProvider,
    cancelled: AbortSignal,
  ) => Promise<Result<Tokens, SignInTrouble>>;
  readonly onState: (state: SignInState) => void;
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
};

export type Session = {
  state(): SignInState;
  /** Takes what our own service says about its sign-in; a stored session for it is restored. */
  useService(discovery: Pick<Discovery, 'signIn'>): Promise<void>;
  /** One attempt at a time: a second request meanwhile changes nothing. */
  signIn(): Promise<void>;
  /** Ends the attempt, or acknowledges why the last one failed. */
  cancel(): void;
  signOut(): Promise<void>;
  /** The access token for this origin, which must be our own service's; null if not signed in there. */
  accessToken(origin: string): Promise<Result<string | null, Failure>>;
  /** The service refused this token: the next one will be new. Unless that is certain it is kept until there is one. */
  refused(accessToken: string, isCertain: boolean): void;
};

/** Keeps who is signed in, and signs them in and out. */
export function openSession(deps: Deps): Session {
  const { settings, agreements, connect, credentials, unlocked, signInByBrowser, onState, now } = deps;
  let state: SignInState = { name: 'none' };
  let asked: Asked | null = null;
  let reach: Reach = 'elsewhere';
  let server = '';
  let attempt: AbortController | null = null;

  const become = (next: SignInState): void => {
    state = next;
    onState(next);
  };
  const signedOut = (trouble: SignInTrouble | null, keychain: NotKept | null = null): void =>
    become({ name: 'signed-out', trouble, keychain });
  const tokens = holdTokens({
    credentials,
    asked: () => asked,
    onHeld: ({ displayName }, notKept) => become({ name: 'signed-in', displayName, notKept }),
    onExpired: () => become({ name: 'expired' }),
    now,
  });

  /** Other scopes, or a token for another resource, from the same issuer: that needs no new sign-in. */
  function askFor(wanted: Issuer | null): void {
    if (wanted === null || (asked && sameAsk(wanted, asked.issuer))) return;
    asked = { issuer: wanted, provider: connect(wanted) };
    tokens.askAs(asked);
  }

  /** Whether the service may get the tokens that the issuer gives for it. */
  function isAgreed({ issuer, clientId }: Issuer): boolean {
    if (reach === 'anywhere') return agreements.has({ server, issuer, clientId });
    return reach !== 'elsewhere';
  }

  async function resume(wanted: Asked): Promise<void> {
    const since = tokens.epoch();
    const stored = await readStored(credentials, server, wanted.issuer);
    // Meanwhile a later answer may have named another issuer, or somebody may have signed in.
    if (tokens.epoch() !== since || tokens.get() !== null || attempt !== null) return;
    if (!stored.ok) {
      signedOut(null, stored.error);
      const told = state;
      // If the app starts with the session, the system is asking for the keychain's password at that moment.
      void unlocked()?.then(() => (state === told ? resume(wanted) : undefined));
      return;
    }
    if (stored.value === null) return signedOut(null);
    const { displayName, refreshToken } = stored.value;
    tokens.take({ ...wanted, server, displayName, refreshToken, access: null });
    become({ name: 'signed-in', displayName, notKept: null });
  }

  return {
    state: () => state,

    async useService({ signIn }) {
      const wanted = chooseIssuer(settings(), signIn);
      const { server: wantedServer } = settings();
      const wantedReach = wanted === null ? 'elsewhere' : reachOf(wanted, settings());
      if (sameIssuer(wanted, asked?.issuer ?? null) && wantedServer === server && wantedReach === reach)
        return askFor(wanted);
      attempt?.abort();
      attempt = null;
      tokens.drop();
      server = wantedServer;
      reach = wantedReach;
      asked = wanted && { issuer: wanted, provider: connect(wanted) };
      if (!asked) return become({ name: 'none' });
      // Somebody signed in before the service asked for more than its own tokens: they are asked once they click.
      await (isAgreed(asked.issuer) ? resume(asked) : signedOut(null));
    },

    async signIn() {
      if (!asked || attempt || state.name === 'signed-in') return;
      if (reach === 'elsewhere') return signedOut('sign-in-for-another');
      const [mine, of, since] = [new AbortController(), { ...asked, server }, tokens.epoch()];
      attempt = mine;
      const { issuer, clientId } = of.issuer;
      if (
        reach === 'anywhere' &&
        !(await agreements.ask({ server, issuer, clientId }, mine.signal).catch(() => false))
      ) {
        if (attempt === mine) attempt = null;
        return;
      }
      // Somebody changed the service during the question: it is given up.
      if (attempt !== mine) return;
      become({ name: 'signing-in' });
      // An unexpected error must not leave the agent with a dialog that never ends.
      const given = await signInByBrowser(of.provider, mine.signal).catch(() =>
        err('sign-in-unreachable' as const),
      );
      const isWanted = attempt === mine && tokens.epoch() === since;
      if (attempt === mine) attempt = null;
      if (!isWanted) {
        if (given.ok) await forget({ ...of, refreshToken: given.value.refreshToken });
        return;
      }
      if (!given.ok) return signedOut(given.error === 'sign-in-cancelled' ? null : given.error);
      const { accessToken, expiresAt, refreshToken, name } = given.value;
      const access = { token: accessToken, expiresAt };
      await tokens.keep({ ...of, displayName: name, refreshToken, access }, since);
    },

    cancel() {
      if (attempt) attempt.abort();
      else if (state.name === 'signed-out') signedOut(null);
    },

    async signOut() {
      if (state.name === 'none') return;
      const before = tokens.drop();
      const mine = tokens.epoch();
      attempt?.abort();
      attempt = null;
      signedOut(null);
      const told = state;
      const removed = await credentials.remove();
      // Unless somebody is already signing in again.
      if (tokens.epoch() === mine && state === told && !removed.ok && removed.error !== 'keychain-missing')
        signedOut(null, removed.error);
      if (before) await forget(before);
    },

    async accessToken(origin) {
      const held = tokens.get();
      if (!held)
        return state.name === 'expired' && origin === server ? err({ code: 'session-expired' }) : ok(null);
      if (origin !== held.server || origin !== settings().server) return ok(null);
      return tokens.accessToken(held);
    },

    refused: tokens.refused,
  };
}
