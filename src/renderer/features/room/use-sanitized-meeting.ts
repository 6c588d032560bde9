import type { Meeting } from '../../../shared/meeting.ts';
import { useWords } from '../../ui/words-context.ts';

/** The meeting without what somebody else's service says in its own words: those stand where ours do, and look like them. */
export function useSanitizedMeeting(meeting: Meeting, isForeign: boolean): Meeting {
  const { title } = useWords().meeting;
  return isForeign ? { ...meeting, title, welcome: '' } : meeting;
}
