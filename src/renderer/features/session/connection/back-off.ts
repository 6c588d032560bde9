const firstDelayMs = 500;
const longestDelayMs = 5000;

/** Ms to wait before the try number `attempt` (from 0): 0.5–5 s, spread so that 100 people do not come at once. */
export function backOffMs(attempt: number, random: () => number): number {
  const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt + 1));
  return firstDelayMs + random() * (longest - firstDelayMs);
}
