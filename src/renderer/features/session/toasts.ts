/** A short notice that needs nothing from anybody. */
export type Toast = {
  readonly id: number;
  readonly text: string;
  /** The identity of whom it names, if it names somebody. */
  readonly about: string | null;
};

/** The notices that are shown now; `current` stays the same list until that changes. */
export type Toasts = {
  tell(text: string, about?: string): void;
  current(): readonly Toast[];
  onChange(listener: () => void): () => void;
};

const shownMs = 4000;
const most = 3;

export function createToasts(): Toasts {
  let toasts: readonly Toast[] = [];
  let told = 0;
  const listeners = new Set<() => void>();
  const show = (next: readonly Toast[]): void => {
    toasts = next;
    listeners.forEach((listener) => listener());
  };
  return {
    tell(text, about) {
      told += 1;
      const toast = { id: told, text, about: about ?? null };
      show([...toasts, toast].slice(-most));
      setTimeout(() => show(toasts.filter(({ id }) => id !== toast.id)), shownMs);
    },
    current: () => toasts,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
