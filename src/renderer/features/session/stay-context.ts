import { createContext, useContext, useMemo } from 'react';
import type { RoomAdmission } from '../../../shared/calls/meeting.ts';
import type { Meeting } from '../../../shared/meeting.ts';
import { useWords } from '../../ui/words-context.ts';
import type { Entry, InRoom } from '../meeting/meeting-phase.ts';
import { useServiceTrust, type ServiceTrust } from '../settings/use-service-trust.ts';

/** Our stay as the service admitted us to it. */
export type Stay = {
  readonly entry: Entry;
  /** Without what somebody else's service says in its own words: those stand where ours do, and look like them. */
  readonly meeting: Meeting;
  /** Of the service that the meeting is on, and whose that is. */
  readonly origin: string;
  readonly trust: ServiceTrust;
  readonly self: RoomAdmission['participant'];
};

export const StayContext = createContext<Stay | null>(null);

export function useStay(): Stay {
  const stay = useContext(StayContext);
  if (!stay) throw new Error('useStay needs a StayContext above it');
  return stay;
}

/** What `StayContext` is given; the same object until the service says something else. */
export function useStayOf({ entry, admission }: InRoom): Stay {
  const { title } = useWords().meeting;
  const trust = useServiceTrust(admission.origin);
  return useMemo(() => {
    const { meeting, origin, participant: self } = admission;
    const sanitized = trust === 'foreign' ? { ...meeting, title, welcome: '' } : meeting;
    return { entry, meeting: sanitized, origin, trust, self };
  }, [entry, admission, trust, title]);
}
