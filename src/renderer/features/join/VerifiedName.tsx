import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useSignIn } from '../sign-in/sign-in-context.ts';

/** An agent who is signed in comes under the name that the service verifies; what they type is added to it. */
export function VerifiedName(): ReactNode {
  const { signIn } = useWords();
  const state = useSignIn((store) => store.state);
  return state.name === 'signed-in' && state.displayName !== '' ? (
    <p className="join__verified">{signIn.verifiedAs(state.displayName)}</p>
  ) : null;
}
