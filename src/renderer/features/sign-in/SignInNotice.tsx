import type { ReactNode } from 'react';
import type { SignInState } from '../../../shared/sign-in.ts';
import type { SignInWords } from '../../../shared/words/fr/sign-in.ts';
import { useWords } from '../../ui/words-context.ts';
import { useSignIn } from './sign-in-context.ts';

/** At home: that it expired, will not be kept, or could not be read; nothing else waits for it. */
export function SignInNotice(): ReactNode {
  const { signIn } = useWords();
  const state = useSignIn((store) => store.state);
  const closed = useSignIn((store) => store.noticeClosed);
  const close = useSignIn((store) => store.closeNotice);
  const start = useSignIn((store) => store.start);
  const text = noticeOf(state, signIn);
  if (text === null || closed) return null;
  const canSignIn = state.name !== 'signed-in';
  return (
    <div className="fr-alert fr-alert--warning fr-alert--sm sign-in__notice" role="alert">
      <p>{text}</p>
      <button type="button" className="fr-link" onClick={canSignIn ? start : close}>
        {canSignIn ? signIn.signIn : signIn.close}
      </button>
    </div>
  );
}

function noticeOf(state: SignInState, words: SignInWords): string | null {
  if (state.name === 'expired') return words.expired;
  if (state.name === 'signed-in') return state.notKept && words.notKept[state.notKept];
  return state.name === 'signed-out' && state.keychain === 'keychain-locked' ? words.locked : null;
}
