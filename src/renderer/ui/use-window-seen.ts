import { useEffect, useState } from 'react';
import { useBridge } from '../bridge-context.ts';

/**
 * Whether the window is neither minimised nor hidden, as main tells it: `document.visibilityState` is always « visible » in a
 * window whose timers are not to slow down behind others (Electron's `backgroundThrottling`).
 */
export function useWindowSeen(): boolean {
  const bridge = useBridge();
  const [isSeen, setIsSeen] = useState(true);
  useEffect(() => bridge.on('window:seen', setIsSeen), [bridge]);
  return isSeen;
}
