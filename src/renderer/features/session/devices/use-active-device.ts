import { RoomEvent } from 'livekit-client';
import { useCallback, useSyncExternalStore } from 'react';
import type { DeviceKind } from '../../../../shared/devices/system-facts.ts';
import { mediaDeviceKinds } from '../../media/media-device-kinds.ts';
import { defaultId } from '../../media/device-list.ts';
import { useRoomSession } from '../session-context.ts';

/** The id of the device that LiveKit uses, or will once it opens one. */
export function useActiveDevice(kind: DeviceKind): string {
  const { room } = useRoomSession();
  const follow = useCallback(
    (listener: () => void) => {
      room.on(RoomEvent.ActiveDeviceChanged, listener);
      return () => void room.off(RoomEvent.ActiveDeviceChanged, listener);
    },
    [room],
  );
  return useSyncExternalStore(follow, () => room.getActiveDevice(mediaDeviceKinds[kind]) ?? defaultId);
}
