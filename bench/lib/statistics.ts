export type Estimate = {
  readonly median: number;
  /** 95 % bootstrap interval of the median. */
  readonly low: number;
  readonly high: number;
  /** How many values it comes from. */
  readonly count: number;
};

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('there is no median of nothing');
  return (low + high) / 2;
}

/** The value below which a share (0 to 1) of the values lies, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('there is no percentile of nothing');
  return value;
}

/** Efron's percentile bootstrap of the median, or of another statistic; the same values give the same interval. */
export function estimate(values: readonly number[]): Estimate;
export function estimate<T>(values: readonly T[], statistic: (values: readonly T[]) => number): Estimate;
export function estimate<T>(
  values: readonly T[],
  statistic = median as unknown as (values: readonly T[]) => number,
): Estimate {
  const random = seeded(values.length);
  // Fewer for what is counted in thousands: the interval is narrow then, and each resample long.
  const resamples = values.length > 1000 ? 400 : 4000;
  const resampled = Array.from({ length: resamples }, () =>
    statistic(values.map(() => values[Math.floor(random() * values.length)] as T)),
  );
  return {
    median: statistic(values),
    low: percentile(resampled, 0.025),
    high: percentile(resampled, 0.975),
    count: values.length,
  };
}

/** Mulberry32: numbers from 0 to 1 that look random and come again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
