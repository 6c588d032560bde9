import type { ReactNode } from 'react';
import { useWaitingStage } from '../../ui/use-waiting-stage.ts';
import { useWords } from '../../ui/words-context.ts';

/** Nothing for what is quick, then a sentence, then a way out. */
export function Connecting({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { connecting, leaving } = useWords().room;
  const waitingStage = useWaitingStage();
  return (
    <div role="status" className="connecting">
      {waitingStage === 'sentence' && <p>{connecting.now}</p>}
      {waitingStage === 'way-out' && (
        <>
          <p>{connecting.slow}</p>
          <button type="button" className="fr-btn fr-btn--secondary" onClick={onLeave}>
            {leaving.leave}
          </button>
        </>
      )}
    </div>
  );
}
