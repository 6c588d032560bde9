import { useCallback } from 'react';
import type { Moderation } from '../../../shared/moderation.ts';
import { useBridge } from '../../bridge-context.ts';
import { useWords } from '../../ui/words-context.ts';
import { useRoomSession } from './session-context.ts';
import { useStay } from './stay-context.ts';

/** Asks the service for what a moderator decides, and tells if it was not done; null for who is no moderator. */
export function useModerate(): ((decision: Moderation) => void) | null {
  const bridge = useBridge();
  const { toasts } = useRoomSession();
  const { meeting } = useStay();
  const { notModerated } = useWords().room;
  const moderate = useCallback(
    (decision: Moderation): void =>
      void bridge
        .call('meeting:moderate', decision)
        .then((done) => void (done.ok || toasts.tell(notModerated))),
    [bridge, toasts, notModerated],
  );
  return meeting.role === 'moderator' ? moderate : null;
}
