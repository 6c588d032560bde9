import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';

const sayAfterMs = 5000;
const wayOutAfterMs = 15_000;

/** Nothing for what is quick, then a sentence, then a way out. */
export function Connecting({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { connecting, controls } = useWords().room;
  const [stage, setStage] = useState<'quiet' | 'said' | 'slow'>('quiet');
  useEffect(() => {
    const timers = [
      setTimeout(() => setStage('said'), sayAfterMs),
      setTimeout(() => setStage('slow'), wayOutAfterMs),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div role="status" className="connecting">
      {stage !== 'quiet' && <p>{stage === 'slow' ? connecting.slow : connecting.now}</p>}
      {stage === 'slow' && (
        <button type="button" className="fr-btn fr-btn--secondary fr-btn--sm" onClick={onLeave}>
          {controls.leave}
        </button>
      )}
    </div>
  );
}
