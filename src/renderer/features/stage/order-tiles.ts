type Known = { readonly identity: string };

/**
 * The order of the tiles: people keep their places; who speaks beyond the first page takes the place there of whoever
 * spoke least recently, so that one sees who speaks. We ourselves, first of all, are never moved.
 * `spokeAt` gives the ms of the last word by identity; nobody is missing and nobody appears twice.
 */
export function orderTiles<P extends Known>(
  people: readonly P[],
  before: readonly string[],
  speaking: ReadonlySet<string>,
  spokeAt: ReadonlyMap<string, number>,
  pageSize: number,
): readonly P[] {
  const order = keepPlaces(people, before);
  const hiddenSpeakers = order.slice(pageSize).filter(({ identity }) => speaking.has(identity));
  for (const speaker of hiddenSpeakers) {
    const quietest = quietestOf(order.slice(1, pageSize), speaking, spokeAt);
    if (!quietest) break; // everybody on the page is speaking
    const [from, to] = [order.indexOf(speaker), order.indexOf(quietest)];
    order[to] = speaker;
    order[from] = quietest;
  }
  return order;
}

function keepPlaces<P extends Known>(people: readonly P[], before: readonly string[]): P[] {
  const places = new Map(before.map((identity, place) => [identity, place]));
  const placeOf = ({ identity }: P): number => places.get(identity) ?? before.length;
  const [self, ...others] = people;
  // Sorting is stable: newcomers all have the same place and stay in the order of their arrival.
  return self ? [self, ...others.sort((one, other) => placeOf(one) - placeOf(other))] : [];
}

function quietestOf<P extends Known>(
  shown: readonly P[],
  speaking: ReadonlySet<string>,
  spokeAt: ReadonlyMap<string, number>,
): P | undefined {
  const lastWord = ({ identity }: P): number => spokeAt.get(identity) ?? 0;
  return (
    shown
      .filter(({ identity }) => !speaking.has(identity))
      // From the end: if two people have never spoken, the one who came later is moved.
      .toReversed()
      .reduce<P | undefined>(
        (quietest, person) => (quietest && lastWord(quietest) <= lastWord(person) ? quietest : person),
        undefined,
      )
  );
}
