type Known = { readonly identity: string };

/** Ms after somebody's last word during which they keep their place: whoever draws breath is not done. */
export const lingerMs = 1500;

export type Speech = {
  readonly speaking: ReadonlySet<string>;
  /** When somebody was last heard (ms), by identity. */
  readonly spokeAt: ReadonlyMap<string, number>;
  readonly now: number;
};

/**
 * Who stands in which place: people keep theirs, newcomers come last, and whoever leaves gives theirs to the last of all, so that
 * nobody else moves. We ourselves are always the first. Nobody is missing and nobody appears twice.
 */
export function keepPlaces<P extends Known>(people: readonly P[], before: readonly string[]): readonly P[] {
  const [self, ...others] = people;
  if (!self) return [];
  const present = new Map(others.map((person) => [person.identity, person]));
  const known = new Set(before);
  const kept = before
    .filter((identity) => identity !== self.identity)
    .map((identity) => present.get(identity));
  const newcomers = others.filter(({ identity }) => !known.has(identity));
  const places: (P | undefined)[] = [...kept, ...newcomers];
  for (let hole = places.indexOf(undefined); hole !== -1; hole = places.indexOf(undefined)) {
    const last = places.pop();
    if (hole < places.length) places[hole] = last;
  }
  return [self, ...places.filter((person) => person !== undefined)];
}

/**
 * Brings whoever speaks beyond the first `front` places to one of these, which changes with theirs: that of whoever has been
 * silent for longest. We ourselves are never moved.
 */
export function bringForward<P extends Known>(
  places: readonly P[],
  front: number,
  { speaking, spokeAt, now }: Speech,
): readonly P[] {
  const order = [...places];
  const lastWord = ({ identity }: P): number => spokeAt.get(identity) ?? Number.NEGATIVE_INFINITY;
  for (const speaker of places.slice(front).filter(({ identity }) => speaking.has(identity))) {
    const silent = order
      .slice(1, front)
      .filter((person) => !speaking.has(person.identity) && now - lastWord(person) >= lingerMs);
    // From the end: of two who have never spoken, the one who came later is moved.
    const quietest = silent.toReversed().toSorted((one, other) => lastWord(one) - lastWord(other))[0];
    if (!quietest) break;
    const [from, to] = [order.indexOf(speaker), order.indexOf(quietest)];
    order[to] = speaker;
    order[from] = quietest;
  }
  return order;
}
