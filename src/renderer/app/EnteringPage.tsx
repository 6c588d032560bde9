import type { ReactNode } from 'react';
import { useMeetingStore } from '../features/meeting/meeting-context.ts';
import { useDarkTheme } from '../ui/theme.ts';
import { useLoadingPhase } from '../ui/use-loading-phase.ts';
import { useWords } from '../ui/words-context.ts';
import './entering.css';

type Props = { readonly how: 'opening' | 'returning' };

/** Over home while the meeting is on its way: nothing at first, then its shape, then a word, then a way out. */
export function EnteringPage({ how }: Props): ReactNode {
  const loadingPhase = useLoadingPhase();
  return loadingPhase === 'fresh' ? null : (
    <RoomToCome how={how} slow={loadingPhase !== 'skeleton'} wayOut={loadingPhase === 'way-out'} />
  );
}

type ShapeProps = Props & { readonly slow: boolean; readonly wayOut: boolean };

function RoomToCome({ how, slow, wayOut }: ShapeProps): ReactNode {
  useDarkTheme();
  const { entering } = useWords().shell;
  const meeting = useMeetingStore();
  return (
    <div className="entering">
      <div className="entering__bar" />
      <div className="entering__stage">
        <span className="skeleton entering__tile" />
        <div className="entering__said">
          <p role="status">{slow ? entering.slow : entering[how]}</p>
          {wayOut && (
            <button
              type="button"
              className="fr-btn fr-btn--secondary"
              onClick={() => meeting.getState().goHome()}
            >
              {entering.goHome}
            </button>
          )}
        </div>
      </div>
      <div className="entering__bar entering__bar--controls">
        {[1, 2, 3, 4].map((control) => (
          <span key={control} className="skeleton entering__control" />
        ))}
      </div>
    </div>
  );
}
