import { useEffect, useState } from 'react';
import { useWords } from '../../ui/words-context.ts';
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
  const { lost } = useWords().room;
  const [microphoneLost, setMicrophoneLost] = useState(false);
  useEffect(() => {
    const forgetMicrophone = microphone.onLost((loss) =>
      loss === 'off' ? setMicrophoneLost(true) : tell(lost.microphoneReplaced),
    );
    const forgetCamera = camera.onLost((loss) => tell(loss === 'off' ? lost.cameraOff : lost.cameraReplaced));
    const forgetState = microphone.onChange(() => {
      if (microphone.state() === 'on') setMicrophoneLost(false);
    });
    return () => {
      forgetMicrophone();
      forgetCamera();
      forgetState();
    };
  }, [microphone, camera, lost, tell]);
  return { microphoneLost, dismiss: () => setMicrophoneLost(false) };
}
