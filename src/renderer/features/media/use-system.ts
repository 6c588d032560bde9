import { useEffect, useState } from 'react';
import { nothingTold, type DeviceKind, type SystemFacts } from '../../../shared/devices/system-facts.ts';
import { useBridge } from '../../bridge-context.ts';
import { lookAtSystem } from './explain-device.ts';

/** Ms between two looks at the system. */
export const lookEveryMs = 2000;

/** What the system says of a kind of device, looked at time and again while `isOn`. */
export function useSystem(kind: DeviceKind, isOn: boolean): SystemFacts {
  const bridge = useBridge();
  const [system, setSystem] = useState(nothingTold);
  useEffect(() => {
    if (!isOn) return undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const told = await lookAtSystem(kind, bridge);
      // The same facts would draw the page again for nothing.
      if (!isOver) setSystem((before) => (JSON.stringify(before) === JSON.stringify(told) ? before : told));
    };
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [bridge, kind, isOn]);
  return system;
}
