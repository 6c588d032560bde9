import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useBridge } from '../../bridge-context.ts';
import { useMeeting, useMeetingStore } from '../meeting/meeting-context.ts';
import { quietLog } from './quiet-log.ts';
import './room.css';
import { RoomSessionContext } from './room-context.ts';
import { RoomScreen } from './RoomScreen.tsx';
import { createRoomSession } from './room-session.ts';

export function RoomPage(): ReactNode {
  const meeting = useMeetingStore();
  const bridge = useBridge();
  const phase = useMeeting((store) => store.phase);
  const [session] = useState(() => createRoomSession(meeting, bridge));
  const line = useSyncExternalStore(session.onLineState, session.lineState);
  useEffect(() => {
    quietLog();
    return session.start();
  }, [session]);
  // Connecting starts before anything is drawn, so that the drawing costs no time.
  if (phase.name !== 'in-room' || line === 'idle') return <div className="room" />;
  return (
    <RoomSessionContext value={session}>
      <RoomScreen phase={phase} />
    </RoomSessionContext>
  );
}
