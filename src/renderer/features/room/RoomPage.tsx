import type { ReactNode } from 'react';
import { useMeeting } from '../meeting/meeting-context.ts';

export function RoomPage(): ReactNode {
  const phase = useMeeting((store) => store.phase);
  return phase.name === 'in-room' ? <h1>{phase.admission.meeting.title}</h1> : null;
}
