import { useEffect, useState } from 'react';
import { nothingTold, type DeviceKind, type SystemFacts } from '../../../shared/devices/system-facts.ts';
import { useBridge } from '../../bridge-context.ts';
import { lookAtSystem } from './explain-device.ts';

/** Ms between two looks at the system. */
export const lookEveryMs = 2000;

/**
 * What the system says of a kind of device, looked at time and again while `isOn`. `switches`: how often another device was
 * opened; what was told before the last time says nothing of it, and the next look comes after main has forgotten its answer too.
 */
export function useSystemFacts(kind: DeviceKind, isOn: boolean, switches = 0): SystemFacts {
  const bridge = useBridge();
  const [last, setLast] = useState({ switches, told: nothingTold });
  useEffect(() => {
    if (!isOn) return undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const told = await lookAtSystem(kind, bridge);
      if (isOver) return;
      // The same facts would draw the page again for nothing.
      setLast((before) =>
        before.switches === switches && JSON.stringify(before.told) === JSON.stringify(told)
          ? before
          : { switches, told },
      );
    };
    if (switches === 0) void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [bridge, kind, isOn, switches]);
  return last.switches === switches ? last.told : nothingTold;
}
