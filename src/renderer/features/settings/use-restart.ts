import { useState } from 'react';
import { useBridge } from '../../bridge-context.ts';

type Restart = {
  readonly restart: () => Promise<void>;
  /** Main knew of a meeting that the page does not show: one that is just being entered or left. */
  readonly isRefused: boolean;
};

/** Ends the app, which then starts again; refused in a meeting, and to be asked for again after it. */
export function useRestart(inMeeting: boolean): Restart {
  const bridge = useBridge();
  const [isRefused, setIsRefused] = useState(false);
  if (inMeeting && isRefused) setIsRefused(false);
  return {
    isRefused,
    async restart() {
      // Said anew, it is heard anew.
      setIsRefused(false);
      const restarted = await bridge.call('app:restart');
      setIsRefused(!restarted.ok);
    },
  };
}
