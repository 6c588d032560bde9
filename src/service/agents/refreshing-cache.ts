import type { Clock } from '../system/clock.ts';

export type RefreshingCache<T> = {
  /** Loaded less than `freshMs` ago where that was possible, else what is kept of old; null if there is nothing. */
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
  /** Between two tries, so that neither a dead server nor a stranger's questions make us ask all the time. */
  readonly pauseMs: number;
  readonly onFailure: (error: unknown) => void;
};

/** A value of somebody else's that we go on using while they do not answer. Callers share one request. */
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

  // A clock that was set back makes nothing younger.
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
      // With something in hand nobody waits for a try that another one began after a failure.
      if (due || (loading && current() === null)) await reload();
      return current();
    },
    async renew() {
      if (loading || ageOf(triedAt) >= pauseMs) await reload();
      return { value: current(), sure: !failed };
    },
  };
}
