import type { ReactNode } from 'react';
import type { SignInTrouble } from '../../../shared/sign-in.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatDuration } from '../../ui/format-time.ts';
import { useLanguage, useWords } from '../../ui/words-context.ts';
import { useSignIn } from './sign-in-context.ts';

/** While the browser is asked, and why it came to nothing; over whatever page there is. */
export function SigningIn(): ReactNode {
  const { going, failed } = useWords().signIn;
  const { failure } = useWords().endings;
  const state = useSignIn((store) => store.state);
  const refusal = useSignIn((store) => store.refusal);
  const start = useSignIn((store) => store.start);
  const cancel = useSignIn((store) => store.cancel);
  if (state.name === 'signing-in')
    return (
      <Dialog key="going" title={going.title} onClose={cancel}>
        <p>{going.text}</p>
        <div className="dialog__actions">
          <button type="button" className="fr-btn fr-btn--secondary" data-autofocus onClick={cancel}>
            {going.cancel}
          </button>
        </div>
      </Dialog>
    );
  const trouble = state.name === 'signed-out' ? state.trouble : null;
  if (refusal === null && trouble === null) return null;
  return (
    <Dialog key="failed" title={failed.title} onClose={cancel}>
      <p>
        {refusal === null
          ? trouble && <Reason trouble={trouble} />
          : `${failure[refusal].title} ${failure[refusal].advice}`}
      </p>
      <div className="dialog__actions">
        <button type="button" className="fr-btn" data-autofocus onClick={start}>
          {failed.retry}
        </button>
        <button type="button" className="fr-btn fr-btn--secondary" onClick={cancel}>
          {failed.close}
        </button>
      </div>
    </Dialog>
  );
}

function Reason({ trouble }: { readonly trouble: SignInTrouble }): ReactNode {
  const { signIn, endings } = useWords();
  const { language } = useLanguage();
  if (typeof trouble === 'string') return signIn.failed.reasons[trouble];
  return endings.clockWrong(formatDuration(Math.abs(trouble.clockAheadMs), language));
}
