/** The pauses in what one person hears. */
export type Pauses = {
  /** Sound has arrived. */
  heard(): void;
  /** When (ms, `performance.now`) it last did; 0: never yet. */
  lastHeard(): number;
  /** The longest pause (ms) since `forget`. */
  longest(): number;
  forget(): void;
};

/**
 * A pause lasts as long as this process ran (`own`). While it stands still it neither sends nor reads: all that came in
 * meanwhile has yet to be read, and timers may be told first. By the wall clock that was a silence for everybody.
 */
export function createPauses(own: () => number, wall = (): number => performance.now()): Pauses {
  let last: { readonly own: number; readonly wall: number } | null = null;
  let longest = 0;
  const note = (): void => {
    if (last !== null) longest = Math.max(longest, own() - last.own);
  };
  return {
    heard() {
      note();
      last = { own: own(), wall: wall() };
    },
    lastHeard: () => last?.wall ?? 0,
    longest() {
      note();
      return longest;
    },
    forget() {
      longest = 0;
    },
  };
}
