import type { Handlers } from '../../shared/ipc.ts';
import { ok } from '../../shared/result.ts';
import type { Session } from '../sign-in/session.ts';

type SignInHandlers = Pick<Handlers, Extract<keyof Handlers, `sign-in:${string}`>>;

/** What the window may ask about who is signed in; it never sees a token, nor waits: the state is announced. */
export const signInHandlers = (session: Pick<Session, 'signIn' | 'cancel' | 'signOut'>): SignInHandlers => ({
  'sign-in:start': async () => {
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
});
