import { ConnectionState, RoomEvent } from 'livekit-client';
import { useCallback, useSyncExternalStore } from 'react';
import type { LineState } from './keep-connected.ts';
import { useLineState, useRoomSession } from '../session-context.ts';

/** Our own reconnecting and livekit-client's short repairs, as the user sees them: one thing. */
export function useConnection(): LineState {
  const { room } = useRoomSession();
  const line = useLineState();
  const subscribe = useCallback(
    (listener: () => void) => {
      room.on(RoomEvent.ConnectionStateChanged, listener);
      return () => room.off(RoomEvent.ConnectionStateChanged, listener);
    },
    [room],
  );
  const state = useSyncExternalStore(subscribe, () => room.state);
  const repairing = state === ConnectionState.Reconnecting || state === ConnectionState.SignalReconnecting;
  return line === 'connected' && repairing ? 'reconnecting' : line;
}

/** Whether the browser refuses to play sound until somebody clicks. */
export function useSoundBlocked(): boolean {
  const { room } = useRoomSession();
  const subscribe = useCallback(
    (listener: () => void) => {
      room.on(RoomEvent.AudioPlaybackStatusChanged, listener);
      return () => room.off(RoomEvent.AudioPlaybackStatusChanged, listener);
    },
    [room],
  );
  return useSyncExternalStore(subscribe, () => !room.canPlaybackAudio);
}
