/** Plays a round so often, and lets the order of the sides change from one to the next: neither always comes first. */
export async function interleave<S extends string, T>(
  count: number,
  sides: readonly S[],
  play: (side: S, round: number) => Promise<T>,
): Promise<Record<S, T[]>> {
  const results = Object.fromEntries(sides.map((side) => [side, [] as T[]])) as Record<S, T[]>;
  for (let round = 0; round < count; round += 1) {
    const order = round % 2 === 0 ? sides : sides.toReversed();
    for (const side of order) results[side].push(await play(side, round));
  }
  return results;
}
