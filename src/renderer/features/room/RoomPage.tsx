import { useEffect, useState, type ReactNode } from 'react';
import { useBridge } from '../../bridge-context.ts';
import { useMeeting, useMeetingStore } from '../meeting/meeting-context.ts';
import { quietLog } from './quiet-log.ts';
import './room.css';
import { RoomSessionContext } from './room-context.ts';
import { RoomScreen } from './RoomScreen.tsx';
import { startRoomSession, type RoomSession } from './room-session.ts';
import { useDarkPage } from './use-dark-page.ts';

/** The meeting. Connecting starts before anything is drawn, so that the drawing costs no time. */
export function RoomPage(): ReactNode {
  const meeting = useMeetingStore();
  const bridge = useBridge();
  const phase = useMeeting((store) => store.phase);
  const [session, setSession] = useState<RoomSession | null>(null);
  useDarkPage();
  useEffect(() => {
    quietLog();
    const started = startRoomSession(meeting, bridge);
    setSession(started);
    return () => started.stop();
  }, [meeting, bridge]);
  if (phase.name !== 'in-room' || !session) return <div className="room" />;
  return (
    <RoomSessionContext value={session}>
      <RoomScreen phase={phase} />
    </RoomSessionContext>
  );
}
