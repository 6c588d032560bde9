import { useState } from 'react';
import { useBridge } from '../../bridge-context.ts';

type Restart = {
  readonly restart: () => Promise<void>;
  /** Main knows of a meeting that the page does not show. */
  readonly isRefused: boolean;
};

/** Ends the app, which then starts again; refused in a meeting. */
export function useRestart(): Restart {
  const bridge = useBridge();
  const [isRefused, setIsRefused] = useState(false);
  return {
    isRefused,
    async restart() {
      const restarted = await bridge.call('app:restart');
      setIsRefused(!restarted.ok);
    },
  };
}
