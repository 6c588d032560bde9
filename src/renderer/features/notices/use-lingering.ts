import { useEffect, useState } from 'react';

/** Keeps a value for so many ms after it has become null, so that it can be read. A new value replaces it at once. */
export function useLingering<T>(value: T | null, ms: number): T | null {
  const [shown, setShown] = useState(value);
  if (value !== null && value !== shown) setShown(value);
  useEffect(() => {
    if (value !== null) return undefined;
    const timer = setTimeout(() => setShown(null), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return shown;
}
