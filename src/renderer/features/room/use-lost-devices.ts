import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { useDevices } from '../media/use-devices.ts';
import { lostSpeaker } from './lost-speaker.ts';
import { useRoomSession } from './room-context.ts';

/**
 * Says when a device is pulled out while it is in use. True while the microphone is off for that reason: the user did
 * not turn it off and may go on speaking to nobody. `dismiss`: they know.
 */
export function useLostDevices(tell: (text: string) => void): {
  readonly microphoneLost: boolean;
  readonly dismiss: () => void;
} {
  const { microphone, camera } = useRoomSession();
  const { lost, controls } = useWords().room;
  const [microphoneLost, setMicrophoneLost] = useState(false);
  useEffect(() => {
    const forgetMicrophone = microphone.onLost((loss) => {
      if (loss === 'off') setMicrophoneLost(true);
      else tell(loss === 'replaced' ? lost.microphoneReplaced : controls.notSent);
    });
    const cameraWords = { off: lost.cameraOff, replaced: lost.cameraReplaced, 'not-sent': controls.notSent };
    const forgetCamera = camera.onLost((loss) => tell(cameraWords[loss]));
    const forgetState = microphone.onChange(() => {
      if (microphone.state() === 'on') setMicrophoneLost(false);
    });
    return () => {
      forgetMicrophone();
      forgetCamera();
      forgetState();
    };
  }, [microphone, camera, lost, controls, tell]);
  useLostSpeakers((loss) => tell(loss === 'off' ? lost.speakersOff : lost.speakersReplaced));
  return { microphoneLost, dismiss: () => setMicrophoneLost(false) };
}

/** LiveKit goes on with the system's default by itself, or with none. */
function useLostSpeakers(tell: (loss: 'replaced' | 'off') => void): void {
  const speakers = useDevices()?.speaker;
  const before = useRef(speakers);
  const told = useRef(tell);
  useEffect(() => {
    told.current = tell;
  });
  useEffect(() => {
    const loss = before.current && speakers && lostSpeaker(before.current, speakers, chosenDevices().speaker);
    before.current = speakers;
    if (loss) told.current(loss);
  }, [speakers]);
}
