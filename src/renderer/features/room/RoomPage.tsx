import { useDeferredValue, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useBridge } from '../../bridge-context.ts';
import { quietLog } from '../../quiet-log.ts';
import { useMeeting, useMeetingStore } from '../meeting/meeting-context.ts';
import { useSettingsStore } from '../settings/settings-context.ts';
import './room.css';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { RoomScreen } from './RoomScreen.tsx';
import { createRoomSession } from '../session/room-session.ts';

export function RoomPage(): ReactNode {
  const meeting = useMeetingStore();
  const bridge = useBridge();
  const phase = useMeeting((store) => store.phase);
  const settings = useSettingsStore();
  const [session] = useState(() =>
    createRoomSession(meeting, bridge, () => settings.getState().settings.values),
  );
  const status = useSyncExternalStore(session.onConnectionStatus, session.connectionStatus);
  useEffect(() => {
    quietLog();
    return session.start();
  }, [session]);
  // Drawn in slices, between the steps of connecting: at once, it would hold them up (50 ms on a busy machine).
  const isDrawn = useDeferredValue(status !== 'idle');
  if (phase.name !== 'in-room' || !isDrawn) return <div className="room" />;
  return (
    <SessionProvider session={session} phase={phase}>
      <RoomScreen />
    </SessionProvider>
  );
}
