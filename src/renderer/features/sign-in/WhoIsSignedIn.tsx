import { RiAccountCircleLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useSignIn } from './sign-in-context.ts';
import './sign-in.css';

/** In the header: « S'identifier », or who it is and « Se déconnecter »; nothing where nobody can sign in. */
export function WhoIsSignedIn(): ReactNode {
  const { signIn } = useWords();
  const state = useSignIn((store) => store.state);
  const start = useSignIn((store) => store.start);
  const signOut = useSignIn((store) => store.signOut);
  if (state.name === 'none') return null;
  const isIn = state.name === 'signed-in';
  return (
    <li className="who">
      {/* Always there, so that a screen reader tells who came. */}
      <span className="who__name" role="status">
        {isIn && (
          <>
            <RiAccountCircleLine className="icon" size={20} aria-hidden />
            {state.displayName || signIn.unnamed}
          </>
        )}
      </span>
      <button
        type="button"
        className="fr-link"
        aria-disabled={state.name === 'signing-in'}
        onClick={isIn ? signOut : start}
      >
        {isIn ? signIn.signOut : signIn.signIn}
      </button>
    </li>
  );
}
