import { LocalAudioTrack, type Room } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { defaultId } from '../../media/device-list.ts';
import type { SoundProcessing } from '../../media/sound-processing.ts';
import { useSettings } from '../../settings/settings-context.ts';
import type { OwnTrack } from '../own-tracks/own-track.ts';
import { useRoomSession } from '../session-context.ts';

/**
 * What is changed on the settings page holds for the open microphone at once, muted or not. Chromium 130 changes nothing of
 * an open device, so it is opened anew; the others hear a short gap.
 */
export function useSoundProcessing(): void {
  const { room, ownTracks } = useRoomSession();
  const { echoCancellation, noiseSuppression, autoGainControl } = useSettings(
    (store) => store.settings.values,
  );
  const applied = useRef<SoundProcessing>({ echoCancellation, noiseSuppression, autoGainControl });
  useEffect(() => {
    const wanted = { echoCancellation, noiseSuppression, autoGainControl };
    if (JSON.stringify(wanted) === JSON.stringify(applied.current)) return;
    applied.current = wanted;
    // A device that is gone is told by its track.
    applyTo(room, ownTracks.microphone, wanted).catch(() => undefined);
  }, [room, ownTracks, echoCancellation, noiseSuppression, autoGainControl]);
}

async function applyTo(room: Room, microphone: OwnTrack, wanted: SoundProcessing): Promise<void> {
  const track = await microphone.opened();
  if (!(track instanceof LocalAudioTrack)) return;
  await track.restartTrack({ deviceId: room.getActiveDevice('audioinput') ?? defaultId, ...wanted });
}
