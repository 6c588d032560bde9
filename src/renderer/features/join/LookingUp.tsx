import type { ReactNode } from 'react';
import { useLoadingPhase } from '../../ui/use-loading-phase.ts';
import { useWords } from '../../ui/words-context.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';

/** While the service looks for the meeting: the shape of the form, then a word, then a way out. */
export function LookingUp(): ReactNode {
  const { join, entering } = useWords().shell;
  const meeting = useMeetingStore();
  const loadingPhase = useLoadingPhase();
  if (loadingPhase === 'fresh') return null;
  return (
    <>
      <div className="join__skeleton" role="status" aria-label={join.lookingUp}>
        <span className="skeleton join__skeleton-line" />
        <span className="skeleton join__skeleton-field" />
        <span className="skeleton join__skeleton-button" />
      </div>
      <p role="status" className="announcement">
        {loadingPhase !== 'skeleton' && entering.slow}
      </p>
      {loadingPhase === 'way-out' && (
        <button
          type="button"
          className="fr-btn fr-btn--secondary"
          onClick={() => meeting.getState().goHome()}
        >
          {join.goHome}
        </button>
      )}
    </>
  );
}
