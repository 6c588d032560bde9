import { rulesOf } from './metadata-checks.ts';
import type { MeetingState } from '../meeting-state.ts';
import type { ExpectedRoom } from '../store/meeting-store.ts';

/** What a store keeps apart of each meeting, so that all rooms can be compared with LiveKit's without reading all meetings. */
export const expectedRoomOf = (state: MeetingState): ExpectedRoom => ({
  meetingId: state.id,
  sid: state.roomSid,
  present: Object.values(state.people).filter(
    ({ place }) => place.kind === 'seated' && place.heldUntil === null,
  ).length,
  rules: rulesOf(state),
  dials: state.telephone !== null && !state.locked,
});
