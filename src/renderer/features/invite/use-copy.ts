import { useEffect, useState } from 'react';
import { useBridge } from '../../bridge-context.ts';

const shownMs = 2000;

export type CopyState = 'idle' | 'copied' | 'failed';

/** Copies a text; the state says so for two seconds. */
export function useCopy(): { readonly state: CopyState; copy(text: string): Promise<void> } {
  const bridge = useBridge();
  const [last, setLast] = useState<{ readonly state: CopyState }>({ state: 'idle' });
  useEffect(() => {
    if (last.state === 'idle') return undefined;
    const timer = setTimeout(() => setLast({ state: 'idle' }), shownMs);
    return () => clearTimeout(timer);
  }, [last]);
  return {
    state: last.state,
    async copy(text) {
      const copied = await bridge.call('clipboard:write', text);
      setLast({ state: copied.ok ? 'copied' : 'failed' });
    },
  };
}
