import { LocalAudioTrack, Track } from 'livekit-client';
import { useEffect, useRef } from 'react';
import type { SoundProcessing } from '../../media/sound-processing.ts';
import { useSettings } from '../../settings/settings-context.ts';
import { useRoomSession } from '../session-context.ts';

/**
 * What is changed on the settings page holds for the open microphone at once, muted or not. Chromium 130 changes nothing of
 * an open device, so it is opened anew; the others hear a short gap.
 */
export function useSoundProcessing(): void {
  const { room } = useRoomSession();
  const { echoCancellation, noiseSuppression, autoGainControl } = useSettings(
    (store) => store.settings.values,
  );
  const applied = useRef<SoundProcessing>({ echoCancellation, noiseSuppression, autoGainControl });
  useEffect(() => {
    const wanted = { echoCancellation, noiseSuppression, autoGainControl };
    if (JSON.stringify(wanted) === JSON.stringify(applied.current)) return;
    applied.current = wanted;
    const track = room.localParticipant.getTrackPublication(Track.Source.Microphone)?.track;
    if (!(track instanceof LocalAudioTrack)) return;
    const deviceId = room.getActiveDevice('audioinput') ?? 'default';
    // A device that is gone is told by its track.
    track.restartTrack({ deviceId, ...wanted }).catch(() => undefined);
  }, [room, echoCancellation, noiseSuppression, autoGainControl]);
}
