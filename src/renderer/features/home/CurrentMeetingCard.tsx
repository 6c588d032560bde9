import { useEffect, useState, type ReactNode } from 'react';
import { formatClockTime, formatDuration } from '../../ui/format-time.ts';
import { pageClock } from '../../ui/page-clock.ts';
import { useLanguage, useWords } from '../../ui/words-context.ts';
import { useMeeting, useMeetingStore } from '../meeting/meeting-context.ts';
import { msLeft } from '../meeting/time-left.ts';
import { useRunningMeeting } from './use-running-meeting.ts';

/** A meeting that still runs: one that was left, or that the agent had opened before; goes away when its time is over. */
export function CurrentMeetingCard(): ReactNode {
  const { home } = useWords().shell;
  const { language } = useLanguage();
  const store = useMeetingStore();
  const skewMs = useMeeting((state) => state.skewMs);
  const running = useRunningMeeting();
  const now = useMinute();
  if (!running) return null;
  const { createdAt, expiresAt, role, resumes } = running;
  const left = msLeft(expiresAt, now, skewMs);
  if (left === 0) return null;
  const opened = formatClockTime(createdAt, language);
  return (
    <section className="card home__current">
      <div>
        <h2 className="card__title">
          {role === 'moderator' ? home.ownMeetingRunning(opened) : home.meetingRunning(opened)}
        </h2>
        <p>{home.timeLeft(formatDuration(left, language))}</p>
      </div>
      <button
        type="button"
        className="fr-btn fr-btn--secondary"
        onClick={() =>
          void (resumes === null ? store.getState().comeBack() : store.getState().resume(resumes))
        }
      >
        {resumes === null ? home.comeBack : home.resume}
      </button>
    </section>
  );
}

/** The page's clock, often enough for whole minutes to be right. */
function useMinute(): number {
  const [now, setNow] = useState(pageClock);
  useEffect(() => {
    const timer = setInterval(() => setNow(pageClock()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
