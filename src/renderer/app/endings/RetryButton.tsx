import { useEffect, useState, type ReactNode } from 'react';
import { useMeetingStore } from '../../features/meeting/meeting-context.ts';
import { pageClock } from '../../ui/page-clock.ts';
import { useWords } from '../../ui/words-context.ts';

/** « Réessayer », from `after` seconds on; until then it says how long. */
export function RetryButton({ after }: { readonly after: number }): ReactNode {
  const { endings } = useWords();
  const meeting = useMeetingStore();
  const [seconds, setSeconds] = useState(after);
  useEffect(() => {
    if (after === 0) return undefined;
    const allowedAt = pageClock() + after * 1000;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((allowedAt - pageClock()) / 1000));
      setSeconds(left);
      if (left === 0) clearInterval(timer);
    }, 500);
    return () => clearInterval(timer);
  }, [after]);
  const waiting = seconds > 0;
  return (
    <button
      type="button"
      className="fr-btn"
      aria-disabled={waiting}
      onClick={() => !waiting && void meeting.getState().retry()}
    >
      {endings.retry}
      {/* A number that changes every second would be read aloud every second. */}
      {waiting && <span aria-hidden>&nbsp;{endings.secondsLeft(seconds)}</span>}
    </button>
  );
}
