import type { Handlers } from '../../shared/ipc.ts';
import { err, ok } from '../../shared/result.ts';
import { rateLimiter } from '../rate-limiter.ts';
import type { Session } from '../sign-in/session.ts';

type SignInHandlers = Pick<Handlers, Extract<keyof Handlers, `sign-in:${string}`>>;
type Deps = {
  readonly session: Pick<Session, 'signIn' | 'cancel' | 'signOut'>;
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
};

/** More than anybody needs; a page that means harm opens no more tabs in the browser than that. */
const most = { number: 5, withinMs: 60_000 };

/** What the window may ask about who is signed in; it never sees a token, nor waits: the state is announced. */
export function signInHandlers({ session, now }: Deps): SignInHandlers {
  const mayStart = rateLimiter({ ...most, now });
  return {
    'sign-in:start': async () => {
      if (!mayStart()) return err({ code: 'too-many-requests' });
      void session.signIn();
      return ok();
    },
    'sign-in:cancel': async () => {
      session.cancel();
      return ok();
    },
    'sign-in:sign-out': async () => {
      await session.signOut();
      return ok();
    },
  };
}
