/** What of a tile decides where it stands. */
export type Placed = {
  readonly identity: string;
  readonly isPinned: boolean;
  /** Shown to everybody by a moderator, or an interpreter: never on another page, never small. */
  readonly isKept: boolean;
};

type StageLayout = 'grid' | 'speaker';

export type Arrangement<T> = {
  /** Large; nobody where all stand in the grid. */
  readonly main: readonly T[];
  /** Seen on each page, before the others. */
  readonly kept: readonly T[];
  /** The grid, or the filmstrip, in the order of their places. */
  readonly others: readonly T[];
};

type Input<T> = {
  readonly layout: StageLayout;
  /** In the order of their places, ourselves first. */
  readonly people: readonly T[];
  /** The one in front first. */
  readonly shares: readonly T[];
  /** Shown large to everybody while nothing else is; null if nobody is. */
  readonly spotlight: T | null;
};

/**
 * Who is shown large, who stays on each page, and who is among the others. A share is large, with whomever one has pinned; without
 * either, the spotlight; without it, in the layout « speaker », the first of the others, which is where `bringForward` puts whoever
 * speaks.
 */
export function arrange<T extends Placed>({ layout, people, shares, spotlight }: Input<T>): Arrangement<T> {
  const [front, ...otherShares] = shares;
  const pinned = [...people, ...otherShares].filter(({ isPinned }) => isPinned);
  const main = front ? [front, ...pinned] : pinned.length > 0 ? pinned : alone();
  const large = new Set(main);
  const rest = [...otherShares, ...people].filter((each) => !large.has(each));
  return {
    main,
    kept: rest.filter(({ isKept }) => isKept),
    others: rest.filter(({ isKept }) => !isKept),
  };

  function alone(): readonly T[] {
    if (spotlight) return [spotlight];
    const [self, speaker] = people;
    if (layout === 'grid' || !self) return [];
    return [speaker ?? self];
  }
}
