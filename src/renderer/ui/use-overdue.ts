import { useEffect, useState } from 'react';

/** Whether something has been waited for longer than so many ms. */
export function useOverdue(isWaiting: boolean, ms: number): boolean {
  const [isOverdue, setOverdue] = useState(false);
  if (!isWaiting && isOverdue) setOverdue(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setOverdue(true), ms);
    return () => clearTimeout(timer);
  }, [isWaiting, ms]);
  return isOverdue;
}
