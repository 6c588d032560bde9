import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useSignIn } from '../sign-in/sign-in-context.ts';

/** Whoever opened this meeting is its moderator again once they are signed in, by whatever link they came. */
export function OwnerSignIn(): ReactNode {
  const { signIn } = useWords();
  const state = useSignIn((store) => store.state.name);
  const start = useSignIn((store) => store.start);
  if (state === 'none' || state === 'signed-in') return null;
  return (
    <p className="join__owner">
      {signIn.owner}{' '}
      <button type="button" className="fr-link" aria-disabled={state === 'signing-in'} onClick={start}>
        {signIn.signIn}
      </button>
    </p>
  );
}
