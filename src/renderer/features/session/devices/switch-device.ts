import type { DeviceKind } from '../../../../shared/devices/system-facts.ts';
import { chooseDevice, chosenDevices } from '../../media/chosen-devices.ts';
import { mediaDeviceKinds } from '../../media/media-device-kinds.ts';
import { defaultId, findChosen, listDevices, type Device } from '../../media/device-list.ts';
import type { RoomSession } from '../room-session.ts';

type Session = Pick<RoomSession, 'ownTracks'> & {
  readonly room: Pick<RoomSession['room'], 'switchActiveDevice' | 'getActiveDevice'>;
};

/** Uses another device at once and remembers it; false if it does not open: then the one before is used again. */
export async function switchDevice(session: Session, kind: DeviceKind, device: Device): Promise<boolean> {
  if (!(await switchTo(session, kind, device.id))) return false;
  chooseDevice(kind, device);
  return true;
}

/**
 * Follows what was chosen elsewhere, on the page of the devices. False if one of them does not open; then what is used
 * instead counts as chosen.
 */
export async function followChosenDevices(
  session: Session,
  media: Pick<MediaDevices, 'enumerateDevices'> = navigator.mediaDevices,
): Promise<boolean> {
  const list = listDevices(await media.enumerateDevices());
  let isFine = true;
  for (const [kind, chosen] of Object.entries(chosenDevices()) as [DeviceKind, Device][]) {
    // Without a choice, or if the chosen device is gone, the current one stays.
    const wanted = findChosen(list[kind], chosen);
    const active = session.room.getActiveDevice(mediaDeviceKinds[kind]) ?? defaultId;
    const isUsed = active === wanted?.id || (active === defaultId && wanted === list[kind][0]);
    if (!wanted || isUsed || (await switchTo(session, kind, wanted.id))) continue;
    isFine = false;
    chooseDevice(kind, list[kind].find(({ id }) => id === active) ?? { id: '', name: '' });
  }
  return isFine;
}

async function switchTo(session: Session, kind: DeviceKind, id: string): Promise<boolean> {
  const own = kind === 'speaker' ? null : session.ownTracks[kind];
  const before = session.room.getActiveDevice(mediaDeviceKinds[kind]) ?? own?.media()?.getSettings().deviceId;
  try {
    // The user chooses the device that Chromium believes is already open, while the sound server reads another one
    // (`reallyOpen`). Chromium 130 would keep its stream; going through another device makes it open a new one.
    if (before === id && id !== defaultId && kind !== 'camera') await open(session, kind, defaultId);
    await open(session, kind, id);
    return true;
  } catch {
    // By now LiveKit has closed the previous device, without an event (LocalTrack.restart, livekit-client 2.23).
    const isBack = await open(session, kind, before ?? defaultId).then(
      () => true,
      () => false,
    );
    if (!isBack) own?.lose();
    return false;
  }
}

async function open({ room, ownTracks }: Session, kind: DeviceKind, id: string): Promise<void> {
  await room.switchActiveDevice(mediaDeviceKinds[kind], id);
  if (kind === 'speaker') return;
  // livekit-client switches what is published, and passes over what is still opening, or on its way into the room.
  const track = await ownTracks[kind].opened();
  if (track && track.mediaStreamTrack.getSettings().deviceId !== id) await track.setDeviceId({ exact: id });
}
