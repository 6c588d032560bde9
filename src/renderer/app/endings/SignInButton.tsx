import { useEffect, useRef, type ReactNode } from 'react';
import { useMeetingStore } from '../../features/meeting/meeting-context.ts';
import { useSignIn } from '../../features/sign-in/sign-in-context.ts';
import { useWords } from '../../ui/words-context.ts';

/** Signs in, and then does by itself what was refused for want of it. */
export function SignInButton(): ReactNode {
  const { signIn } = useWords();
  const { getState } = useMeetingStore();
  const state = useSignIn((store) => store.state.name);
  const start = useSignIn((store) => store.start);
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current || state !== 'signed-in') return;
    wanted.current = false;
    void getState().retry();
  }, [state, getState]);
  return (
    <button
      type="button"
      className="fr-btn"
      aria-disabled={state === 'signing-in'}
      onClick={() => {
        wanted.current = true;
        // Who is signed in already may just try again.
        if (state === 'signed-in' || state === 'none') void getState().retry();
        else start();
      }}
    >
      {signIn.signIn}
    </button>
  );
}
