import type { Clock } from '../system/clock.ts';

export type RefreshingCache<T> = {
  /** A value loaded less than `freshMs` ago if possible, otherwise the old one; null if there is none. */
  get(): Promise<T | null>;
  /** Loads again, unless that was just tried; `sure` is false if the last try failed. */
  renew(): Promise<{ readonly value: T | null; readonly sure: boolean }>;
};

type Options<T> = {
  readonly load: () => Promise<T>;
  readonly clock: Clock;
  /** Age in milliseconds after which a value is loaded again when it is asked for. */
  readonly freshMs: number;
  /** Age up to which it is used although it cannot be loaded again. */
  readonly keptMs: number;
  /**
   * Pause between two attempts, so that neither a dead server nor a stranger's requests make us ask all the time.
   */
  readonly pauseMs: number;
  readonly onFailure: (error: unknown) => void;
};

/**
 * A value from a server that we go on using while the server does not answer (stale-if-error). Callers share one
 * request.
 */
export function createRefreshingCache<T>({
  load,
  clock,
  freshMs,
  keptMs,
  pauseMs,
  onFailure,
}: Options<T>): RefreshingCache<T> {
  let value: T | null = null;
  let loadedAt = -Infinity;
  let triedAt = -Infinity;
  let failed = false;
  let loading: Promise<void> | null = null;

  // Setting the clock back must not make a value younger.
  const ageOf = (time: number) => Math.abs(clock() - time);
  const current = () => (ageOf(loadedAt) < keptMs ? value : null);

  async function tryToLoad(): Promise<void> {
    triedAt = clock();
    try {
      value = await load();
      loadedAt = clock();
      failed = false;
    } catch (error) {
      failed = true;
      onFailure(error);
    }
  }
  function reload(): Promise<void> {
    loading ??= tryToLoad().finally(() => (loading = null));
    return loading;
  }

  return {
    async get() {
      const due = ageOf(loadedAt) >= freshMs && (!failed || ageOf(triedAt) >= pauseMs);
      // If we have a value, nobody waits for an attempt that another caller started after a failure.
      if (due || (loading && current() === null)) await reload();
      return current();
    },
    async renew() {
      if (loading || ageOf(triedAt) >= pauseMs) await reload();
      return { value: current(), sure: !failed };
    },
  };
}
