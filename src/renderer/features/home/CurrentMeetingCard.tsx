import { useEffect, useState, type ReactNode } from 'react';
import type { CurrentMeeting } from '../../../shared/ipc.ts';
import { useBridge } from '../../bridge-context.ts';
import { clockTime, duration } from '../../ui/times.ts';
import { useSpeech, useWords } from '../../ui/words-context.ts';
import { useMeeting, useMeetingStore } from '../meeting/meeting-context.ts';
import { msLeft } from '../meeting/time-left.ts';

/** The meeting that one has left and that still runs; goes away when its time is over. */
export function CurrentMeetingCard(): ReactNode {
  const { home } = useWords().shell;
  const { language } = useSpeech();
  const store = useMeetingStore();
  const skewMs = useMeeting((state) => state.skewMs);
  const current = useCurrentMeeting();
  const now = useMinute();
  if (!current) return null;
  const { createdAt, expiresAt, role } = current.admission.meeting;
  const left = msLeft(expiresAt, now, skewMs);
  if (left === 0) return null;
  const opened = clockTime(createdAt, language);
  return (
    <section className="card home__current">
      <div>
        <h2 className="card__title">
          {role === 'moderator' ? home.ownMeetingRunning(opened) : home.meetingRunning(opened)}
        </h2>
        <p>{home.timeLeft(duration(left, language))}</p>
      </div>
      <button
        type="button"
        className="fr-btn fr-btn--secondary"
        onClick={() => void store.getState().comeBack()}
      >
        {home.comeBack}
      </button>
    </section>
  );
}

/** What main remembers; asked once, because home appears anew after each meeting. */
function useCurrentMeeting(): CurrentMeeting | null {
  const bridge = useBridge();
  const [current, setCurrent] = useState<CurrentMeeting | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const answer = await bridge.call('meeting:current');
      if (!gone && answer.ok) setCurrent(answer.value);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [bridge]);
  return current;
}

/** The time (ms since the epoch), often enough for whole minutes to be right. */
function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
