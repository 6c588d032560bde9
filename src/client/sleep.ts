/** Resolves after so many ms, or as soon as the signal says so; it never rejects. */
export type Sleep = (ms: number, stopped?: AbortSignal) => Promise<void>;

export const sleep: Sleep = (ms, stopped) =>
  new Promise((resolve) => {
    if (stopped?.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      stopped?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stopped?.addEventListener('abort', end, { once: true });
  });
