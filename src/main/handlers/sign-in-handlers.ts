import type { HandlersOf } from '../../shared/calls/call-table.ts';
import type { signInCallTable } from '../../shared/calls/sign-in.ts';
import { ok } from '../../shared/result.ts';
import type { Session } from '../sign-in/session.ts';

type Deps = {
  readonly session: Pick<Session, 'signIn' | 'cancel' | 'signOut'>;
};

/** What the window may ask about the sign-in. It never sees a token and never waits: the state is announced. */
export function signInHandlers({ session }: Deps): HandlersOf<typeof signInCallTable> {
  return {
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
  };
}
