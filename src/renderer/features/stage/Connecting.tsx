import type { ReactNode } from 'react';
import { useLoadingPhase } from '../../ui/use-loading-phase.ts';
import { useWords } from '../../ui/words-context.ts';

/** Nothing for what is quick, then a sentence, then a way out. */
export function Connecting({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { connecting, leaving } = useWords().room;
  const loadingPhase = useLoadingPhase();
  return (
    <div role="status" className="connecting">
      {loadingPhase === 'sentence' && <p>{connecting.now}</p>}
      {loadingPhase === 'way-out' && (
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
