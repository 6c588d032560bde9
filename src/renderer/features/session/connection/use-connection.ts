import { ConnectionState, RoomEvent } from 'livekit-client';
import { useCallback, useSyncExternalStore } from 'react';
import type { ConnectionStatus } from './keep-connected.ts';
import { useConnectionStatus, useRoomSession } from '../session-context.ts';

/** Our own reconnecting and livekit-client's short repairs, as the user sees them: one thing. */
export function useConnection(): ConnectionStatus {
  const { room } = useRoomSession();
  const status = useConnectionStatus();
  const subscribe = useCallback(
    (listener: () => void) => {
      room.on(RoomEvent.ConnectionStateChanged, listener);
      return () => room.off(RoomEvent.ConnectionStateChanged, listener);
    },
    [room],
  );
  const state = useSyncExternalStore(subscribe, () => room.state);
  const repairing = state === ConnectionState.Reconnecting || state === ConnectionState.SignalReconnecting;
  return status === 'connected' && repairing ? 'reconnecting' : status;
}
