import { RoomEvent } from 'livekit-client';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { mediaDeviceKinds } from '../media/media-device-kinds.ts';
import { defaultId, listDevices } from '../media/device-list.ts';
import { followDevices } from '../media/follow-devices.ts';
import { watchAudioOutputs, type AudioOutputLoss } from './audio-output-loss.ts';
import type { OwnSource } from '../session/own-tracks/own-tracks.ts';
import type { TrackLoss } from '../session/own-tracks/watch-track.ts';
import { useOwnTracks, useRoomSession } from '../session/session-context.ts';

/**
 * Tells when a device is unplugged while in use. `microphoneLost` while the microphone is off for that reason: the user did not
 * turn it off and may go on speaking to nobody. `dismiss`: the user has read it.
 */
export function useLostDevices(tell: (text: string) => void): {
  readonly microphoneLost: boolean;
  readonly dismiss: () => void;
} {
  const ownTracks = useOwnTracks();
  const { lost, controls } = useWords().room;
  const [microphoneLost, setMicrophoneLost] = useState(false);
  useEffect(() => {
    const say = (text: string) => () => tell(text);
    const notSent = say(controls.notSent);
    const noticed: Readonly<Record<OwnSource, Readonly<Record<TrackLoss, () => void>>>> = {
      microphone: {
        // A banner tells of it, until its owner has done something about it.
        off: () => setMicrophoneLost(true),
        replaced: say(lost.microphoneReplaced),
        'not-sent': notSent,
      },
      camera: { off: say(lost.cameraOff), replaced: say(lost.cameraReplaced), 'not-sent': notSent },
      // A share that ends has been ended by its user, who has closed what was shared.
      screen: { off: () => undefined, replaced: () => undefined, 'not-sent': notSent },
    };
    const stops = (Object.keys(noticed) as OwnSource[]).map((source) =>
      ownTracks[source].onLost((loss) => noticed[source][loss]()),
    );
    const { microphone } = ownTracks;
    const stopState = microphone.onChange(() => {
      if (microphone.state() === 'on') setMicrophoneLost(false);
    });
    return () => [...stops, stopState].forEach((stop) => stop());
  }, [ownTracks, lost, controls, tell]);
  useLostSpeakers((loss) => tell(loss === 'off' ? lost.speakersOff : lost.speakersReplaced));
  return { microphoneLost, dismiss: () => setMicrophoneLost(false) };
}

/** LiveKit goes on with the system's default by itself, or with none. */
function useLostSpeakers(tell: (loss: AudioOutputLoss) => void): void {
  const { room } = useRoomSession();
  const told = useRef(tell);
  useEffect(() => {
    told.current = tell;
  });
  useEffect(() => {
    let gone = false;
    const watch = watchAudioOutputs();
    const look = async (): Promise<void> => {
      const { speaker } = listDevices(await navigator.mediaDevices.enumerateDevices());
      if (gone) return;
      const loss = watch(speaker, room.getActiveDevice(mediaDeviceKinds.speaker) ?? defaultId);
      if (loss) told.current(loss);
    };
    const onChange = (): void => void look();
    onChange();
    const unfollow = followDevices(onChange);
    room.on(RoomEvent.ActiveDeviceChanged, onChange);
    return () => {
      gone = true;
      unfollow();
      room.off(RoomEvent.ActiveDeviceChanged, onChange);
    };
  }, [room]);
}
