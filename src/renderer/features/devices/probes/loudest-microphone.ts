/** Below this level (0..1, of 60 dB) nobody speaks: -39 dB. */
const speech = 0.35;
/** How much louder, in the same measure, the one that hears must be than the next: 6 dB. */
const clearly = 0.1;

/**
 * The microphone that somebody speaks into, by the loudest that each has heard lately; null while it is quiet or two hear
 * nearly the same. `inUse` wins unless another is clearly louder: it hears well enough.
 */
export function findLoudestMicrophone(levels: ReadonlyMap<string, number>, inUse: string): string | null {
  const [first, second] = [...levels].toSorted(([, a], [, b]) => b - a);
  if (!first || first[1] < speech) return null;
  const own = levels.get(inUse) ?? 0;
  if (first[0] === inUse || first[1] - own < clearly) return own >= speech ? inUse : null;
  return second && first[1] - second[1] < clearly ? null : first[0];
}
