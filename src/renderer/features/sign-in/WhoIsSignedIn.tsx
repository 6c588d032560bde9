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
  switch (state.name) {
    case 'none':
      return null;
    case 'signed-in':
      return (
        <li className="who">
          <RiAccountCircleLine className="icon" size={20} aria-hidden />
          <span className="who__name">{state.displayName || signIn.unnamed}</span>
          <button type="button" className="fr-link" onClick={signOut}>
            {signIn.signOut}
          </button>
        </li>
      );
    default:
      return (
        <li>
          <button
            type="button"
            className="fr-link"
            aria-disabled={state.name === 'signing-in'}
            onClick={start}
          >
            {signIn.signIn}
          </button>
        </li>
      );
  }
}
