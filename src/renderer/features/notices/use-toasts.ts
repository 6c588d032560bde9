import { useCallback, useRef, useState } from 'react';

export type Toast = {
  readonly id: number;
  readonly text: string;
  /** The identity of whom it names, if it names somebody. */
  readonly about: string | null;
};
export type Tell = (text: string, about?: string) => void;

const shownMs = 4000;
const most = 3;

/** Short notices that need nothing from anybody. */
export function useToasts(): { readonly toasts: readonly Toast[]; readonly tell: Tell } {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const told = useRef(0);
  const tell = useCallback<Tell>((text, about) => {
    told.current += 1;
    const toast = { id: told.current, text, about: about ?? null };
    setToasts((before) => [...before, toast].slice(-most));
    setTimeout(() => setToasts((before) => before.filter(({ id }) => id !== toast.id)), shownMs);
  }, []);
  return { toasts, tell };
}
