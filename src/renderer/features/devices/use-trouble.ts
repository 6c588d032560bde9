import { useEffect, useState } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { Device } from '../media/device-list.ts';
import { isTrouble } from '../media/describe-diagnosis.ts';

/** Ms after which somebody who could not mend it is shown another way into the meeting. */
const patienceMs = 60_000;

/**
 * What a card shows of a trouble. It stays while the same device is tried again, and its time counts over every attempt and
 * every other device, until one works.
 */
export function useTrouble(
  diagnosis: Diagnosis,
  chosen: Device,
): { readonly trouble: Diagnosis | null; readonly isLate: boolean } {
  const [last, setLast] = useState<{ readonly trouble: Diagnosis; readonly of: Device } | null>(null);
  const isIn = isTrouble(diagnosis);
  // Adjusted while rendering, as React advises for what follows from a change of something else.
  if (isIn && (last?.of !== chosen || !isSame(last.trouble, diagnosis)))
    setLast({ trouble: diagnosis, of: chosen });
  else if (diagnosis.name === 'working' && last !== null) setLast(null);
  const isLate = useLate(isIn || (last !== null && diagnosis.name !== 'working'));
  if (isIn) return { trouble: diagnosis, isLate };
  return { trouble: diagnosis.name === 'untested' && last?.of === chosen ? last.trouble : null, isLate };
}

const isSame = (a: Diagnosis, b: Diagnosis): boolean => JSON.stringify(a) === JSON.stringify(b);

function useLate(isTroubled: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isTroubled) return undefined;
    const timer = setTimeout(() => setIsLate(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isTroubled]);
  return isLate;
}
