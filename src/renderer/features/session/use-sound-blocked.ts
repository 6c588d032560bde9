import { RoomEvent } from 'livekit-client';
import { useCallback, useSyncExternalStore } from 'react';
import { useRoomSession } from './session-context.ts';

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
