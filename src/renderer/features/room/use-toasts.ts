import { useCallback, useState } from 'react';

export type Toast = { readonly id: number; readonly text: string };

const shownMs = 4000;
const most = 3;

/** Short notices that need nothing from anybody. */
export function useToasts(): { readonly toasts: readonly Toast[]; readonly tell: (text: string) => void } {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const tell = useCallback((text: string) => {
    const toast = { id: performance.now(), text };
    setToasts((before) => [...before, toast].slice(-most));
    setTimeout(() => setToasts((before) => before.filter(({ id }) => id !== toast.id)), shownMs);
  }, []);
  return { toasts, tell };
}
