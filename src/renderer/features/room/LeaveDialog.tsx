import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/words-context.ts';
import type { Leaving } from './leaving.ts';
import './leave-dialog.css';

type Props = {
  readonly leaving: Leaving;
  readonly canEnd: boolean;
  readonly onStay: () => void;
};

/** Says what leaving does; ending for all is asked once more. */
export function LeaveDialog({ leaving, canEnd, onStay }: Props): ReactNode {
  const { leaving: words } = useWords().room;
  const meeting = useMeetingStore();
  const [ending, setEnding] = useState(false);
  if (ending) return <EndForAll onBack={() => setEnding(false)} />;
  const hints: Readonly<Record<Leaving, string>> = {
    participant: words.othersStay,
    'last-person': words.lastPerson,
    'last-moderator': words.lastModerator,
    moderator: words.othersStay,
  };
  return (
    <Dialog title={words.title} onClose={onStay}>
      <p>{hints[leaving]}</p>
      <div className="leaving__actions">
        <button
          type="button"
          className="fr-btn"
          data-autofocus
          onClick={() => void meeting.getState().leave(leaving === 'last-person')}
        >
          {words.leave}
        </button>
        {canEnd && (
          <button type="button" className="fr-btn fr-btn--secondary" onClick={() => setEnding(true)}>
            {words.endForAll}
          </button>
        )}
        <button type="button" className="fr-btn fr-btn--tertiary-no-outline" onClick={onStay}>
          {words.stay}
        </button>
      </div>
    </Dialog>
  );
}

function EndForAll({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { room, endings } = useWords();
  const { leaving: words } = room;
  const meeting = useMeetingStore();
  const [state, setState] = useState<'asked' | 'sent' | Failure>('asked');
  const why = typeof state === 'string' ? null : endings.failure[state.code];
  const end = async (): Promise<void> => {
    setState('sent');
    // After a success the whole room is gone, so only a failure arrives here.
    const failure = await meeting.getState().endForAll();
    if (failure) setState(failure);
  };
  return (
    <Dialog title={words.endTitle} onClose={onBack}>
      <p>{words.endHint}</p>
      <div className="leaving__actions">
        <button
          type="button"
          className="fr-btn room-danger"
          disabled={state === 'sent'}
          onClick={() => void end()}
        >
          {words.endForAll}
        </button>
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onBack}>
          {words.back}
        </button>
      </div>
      <p role="status" className="leaving__said">
        {state === 'sent' && words.ending}
        {why && `${words.notEnded} ${why.title} ${why.advice}`}
      </p>
    </Dialog>
  );
}
