import { RiVideoOnLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useMeeting, useMeetingStore } from '../meeting/meeting-context.ts';

/** The click that the app is made for. */
export function OpenTemporary(): ReactNode {
  const { home } = useWords().shell;
  const meeting = useMeetingStore();
  const entering = useMeeting(({ phase }) => (phase.name === 'entering' ? phase.how : null));
  const opening = entering === 'opening';
  return (
    <button
      type="button"
      className="fr-btn fr-btn--lg home__open-button"
      // Not `disabled`, which would take the focus away: the store ignores a second click.
      aria-disabled={entering !== null}
      aria-busy={opening}
      onClick={() => void meeting.getState().open()}
    >
      <RiVideoOnLine className="icon" size={24} aria-hidden />
      {opening ? home.opening : home.open}
    </button>
  );
}
