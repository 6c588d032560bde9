import { useEffect, useState } from 'react';
import { nothingTold, type DeviceKind, type SystemFacts } from '../../../shared/devices/system-facts.ts';
import { useBridge } from '../../bridge-context.ts';
import { lookAtSystem } from './explain-device.ts';

/** Ms between two looks at the system. */
export const lookEveryMs = 2000;

/**
 * What the system says of a kind of device, looked at time and again while `isOn`. `turn`: how often another device was opened
 * since; what was told before says nothing of it, and the next look comes after main has forgotten its last answer too.
 */
export function useSystem(kind: DeviceKind, isOn: boolean, turn = 0): SystemFacts {
  const bridge = useBridge();
  const [last, setLast] = useState({ turn, told: nothingTold });
  useEffect(() => {
    if (!isOn) return undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const told = await lookAtSystem(kind, bridge);
      if (isOver) return;
      // The same facts would draw the page again for nothing.
      setLast((before) =>
        before.turn === turn && JSON.stringify(before.told) === JSON.stringify(told)
          ? before
          : { turn, told },
      );
    };
    if (turn === 0) void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [bridge, kind, isOn, turn]);
  return last.turn === turn ? last.told : nothingTold;
}
