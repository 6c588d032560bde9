import type { ReactNode } from 'react';
import type { Failure } from '../../shared/failure.ts';
import { useMeeting } from '../features/meeting/meeting-context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useWords } from '../ui/words-context.ts';

type Props = { readonly failure: Failure; readonly onClose: () => void };

/** A link that opens nothing, said over a meeting or the way into one. */
export function RefusedLink({ failure, onClose }: Props): ReactNode {
  const { shell, endings } = useWords();
  const inRoom = useMeeting((store) => store.phase.name === 'in-room');
  const { title, advice } = endings.failure[failure.code];
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{advice}</p>
      <div className="dialog__actions">
        <button type="button" className="fr-btn" data-autofocus onClick={onClose}>
          {inRoom ? shell.refusedLink.stay : shell.refusedLink.close}
        </button>
      </div>
    </Dialog>
  );
}
