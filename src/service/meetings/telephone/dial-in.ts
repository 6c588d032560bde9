import type { Meeting } from '../../../shared/meeting.ts';
import type { MeetingDeps } from '../deps.ts';
import type { MeetingState } from '../meeting-state.ts';

/**
 * How people come into the meeting by telephone; null if nobody can. While the meeting is locked nobody comes in, and
 * its number and PIN stay what they are.
 */
export function dialIn(
  { telephone }: Pick<MeetingDeps, 'telephone'>,
  { telephone: dialled, locked }: MeetingState,
): Meeting['telephone'] {
  if (!telephone || !dialled || (dialled.rule === null && !locked)) return null;
  return { number: telephone.number, pin: dialled.pin };
}
