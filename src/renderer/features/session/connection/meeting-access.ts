import type { InRoom } from '../../meeting/meeting-phase.ts';
import type { MeetingStoreApi } from '../../meeting/meeting-store.ts';
import { msLeft } from '../../meeting/time-left.ts';
import type { MeetingAccess } from './watch-access.ts';

/** The meeting store, seen as the access to its room that `keepConnected` uses. `now`: the page's clock. */
export function meetingAccess(meeting: MeetingStoreApi, now: () => number): MeetingAccess {
  const room = (): InRoom | null => {
    const { phase } = meeting.getState();
    return phase.name === 'in-room' ? phase : null;
  };
  return {
    admission: () => room()?.admission ?? null,
    onChange: (listener) => meeting.subscribe(listener),
    rejoin: () => meeting.getState().rejoin(),
    replacedElsewhere: () => meeting.getState().replacedElsewhere(),
    msLeft() {
      const phase = room();
      return phase ? msLeft(phase.admission.meeting.expiresAt, now(), meeting.getState().skewMs) : 0;
    },
    timeIsUp: () => void meeting.getState().receiveEvent({ type: 'ended', reason: 'time' }),
  };
}
