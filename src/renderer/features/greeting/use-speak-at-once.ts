import { useEffect, useRef } from 'react';

/** For who has chosen not to be asked: the microphone is turned on once, as they come in. */
export function useSpeakAtOnce(wanted: boolean, turnOn: () => void): void {
  const done = useRef(!wanted);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    turnOn();
  });
}
