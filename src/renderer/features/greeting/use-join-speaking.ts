import { useEffect, useRef } from 'react';

/** For users who chose not to be asked: turns the microphone on once, when they enter. */
export function useJoinSpeaking(wanted: boolean, turnOn: () => void): void {
  const done = useRef(!wanted);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    turnOn();
  });
}
