import { useEffect, useRef, useState } from 'react';
import { useBridge } from '../../bridge-context.ts';
import type { NetworkResult } from './results.ts';

/** Results in the order of the checks, those that are known. */
type NetworkCheckState = {
  readonly phase: 'idle' | 'running' | 'done';
  readonly results: readonly NetworkResult[];
};
type NetworkCheckControl = { readonly state: NetworkCheckState; start(): void; stop(): void };

/** One check at a time; it hangs up when its page goes. `onResult` hears each as it comes. */
export function useNetworkCheck(onResult: (result: NetworkResult) => void): NetworkCheckControl {
  const bridge = useBridge();
  const [state, setState] = useState<NetworkCheckState>({ phase: 'idle', results: [] });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const done = (): void => setState(({ results }) => ({ phase: 'done', results }));

  async function run(stop: AbortSignal): Promise<void> {
    const tell = (result: NetworkResult): void => {
      onResult(result);
      setState(({ phase, results }) => ({ phase, results: [...results, result] }));
    };
    try {
      const { startNetworkCheck } = await import('./start-network-check.ts');
      await startNetworkCheck(bridge, tell, stop);
    } finally {
      if (!stop.aborted) done();
    }
  }

  return {
    state,
    start() {
      running.current?.abort();
      running.current = new AbortController();
      setState({ phase: 'running', results: [] });
      void run(running.current.signal);
    },
    stop() {
      running.current?.abort();
      done();
    },
  };
}
