export type Limit = {
  readonly number: number;
  readonly withinMs: number;
  /** Ms since any moment. */
  readonly now: () => number;
};

/** Returns a function that says whether one more is within the limit, and counts it if so. */
export function rateLimiter({ number, withinMs, now }: Limit): () => boolean {
  let times: readonly number[] = [];
  return () => {
    times = times.filter((at) => at > now() - withinMs);
    if (times.length >= number) return false;
    times = [...times, now()];
    return true;
  };
}
