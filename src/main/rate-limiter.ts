export type Limit = {
  readonly number: number;
  readonly withinMs: number;
  /** Ms since any moment. */
  readonly now: () => number;
};

/** Whether one more is let through, and counts: a page that means harm opens no more windows than a person would. */
export function rateLimiter({ number, withinMs, now }: Limit): () => boolean {
  let times: readonly number[] = [];
  return () => {
    times = times.filter((at) => at > now() - withinMs);
    if (times.length >= number) return false;
    times = [...times, now()];
    return true;
  };
}
