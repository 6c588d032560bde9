import type { Handlers } from '../../shared/ipc.ts';
import { err, ok } from '../../shared/result.ts';
import type { Session } from '../sign-in/session.ts';

type SignInHandlers = Pick<Handlers, Extract<keyof Handlers, `sign-in:${string}`>>;
type Deps = {
  readonly session: Pick<Session, 'signIn' | 'cancel' | 'signOut'>;
  /** Ms since the epoch. */
  readonly now: () => number;
};

/** More than anybody needs; a page that means harm opens no more tabs in the browser than that. */
const most = { attempts: 5, withinMs: 60_000 };

/** What the window may ask about who is signed in; it never sees a token, nor waits: the state is announced. */
export function signInHandlers({ session, now }: Deps): SignInHandlers {
  let starts: readonly number[] = [];
  return {
    'sign-in:start': async () => {
      starts = starts.filter((at) => at > now() - most.withinMs);
      if (starts.length >= most.attempts) return err({ code: 'too-many-requests' });
      starts = [...starts, now()];
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
