import { RoomEvent } from 'livekit-client';
import { useEffect, useReducer } from 'react';
import type { DeviceKind } from '../../../shared/devices/system-facts.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { mediaDeviceKinds } from '../media/media-device-kinds.ts';
import { defaultId, deviceInUse, findOpen, type Device } from '../media/device-list.ts';
import { openedAs } from '../media/opened-as.ts';
import { useSystemFacts } from '../media/use-system-facts.ts';
import { useRoomSession } from '../session/session-context.ts';

/**
 * The device of this kind that the meeting records or plays on: the open one, not the one once chosen. While none is open, the
 * one that would be opened. Undefined if it cannot be known. `switches`: how often another one was chosen, to look again.
 */
export function useDeviceInUse(
  kind: DeviceKind,
  devices: readonly Device[],
  switches: number,
): Device | undefined {
  const { room, ownTracks } = useRoomSession();
  const system = useSystemFacts(kind, true, switches);
  const [, look] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const unfollow = kind === 'speaker' ? null : ownTracks[kind].onChange(look);
    room.on(RoomEvent.ActiveDeviceChanged, look);
    return () => {
      unfollow?.();
      room.off(RoomEvent.ActiveDeviceChanged, look);
    };
  }, [kind, room, ownTracks]);

  const active = { id: room.getActiveDevice(mediaDeviceKinds[kind]) ?? defaultId, label: '' };
  if (kind === 'speaker') return findOpen(devices, active, system.devices);
  const own = ownTracks[kind];
  const media = own.media();
  if (media === null) return deviceInUse(devices, chosenDevices()[kind]);
  // livekit-client (2.23) opens a device that was chosen while muted only when it is unmuted.
  return own.state() === 'off'
    ? findOpen(devices, active, null)
    : findOpen(devices, openedAs(media), system.devices);
}
