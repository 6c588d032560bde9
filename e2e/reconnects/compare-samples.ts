import type { Source } from './plan.ts';

/** What the app shows of one of its sources, and what the other end gets of it, at one time. */
export type Sample = {
  /** Ms, of any clock that only goes on. */
  readonly at: number;
  /** Null while the page cannot be asked. */
  readonly shown: Readonly<Record<Source, Shown>> | null;
  /** Null while the other end is itself away. */
  readonly received: Readonly<Record<Source, boolean>> | null;
  readonly isConnected: boolean;
};
/** `mixed`: the button says one thing and the own tile another. */
export type Shown = 'on' | 'off' | 'mixed';

/** Ms for which somebody may be heard or seen with « off » before their eyes: what is on its way arrives a moment later. */
const graceMs = 1500;
/** So many samples in a row that agree are no chance. */
const steady = 4;

/** When, and how long (ms), somebody was heard or seen while the app said that they were not. */
export function longestLie(
  samples: readonly Sample[],
  source: Source,
): { readonly from: number; readonly ms: number } {
  let [longest, start, last] = [{ from: 0, ms: 0 }, null as number | null, 0];
  for (const { at, shown, received } of samples) {
    // What is not known proves nothing, and breaks no chain either.
    if (shown === null || received === null) continue;
    const isLie = shown[source] !== 'on' && received[source];
    start = isLie ? (start ?? at) : null;
    last = at;
    if (start !== null && last - start > longest.ms) longest = { from: start, ms: last - start };
  }
  return longest;
}

export const isLong = ({ ms }: { readonly ms: number }): boolean => ms > graceMs;

/** Whether what is shown and what is received have agreed lately, with a connection. */
export function agrees(samples: readonly Sample[], source: Source): boolean {
  const latest = samples.slice(-steady);
  return (
    latest.length === steady &&
    latest.every(
      ({ shown, received, isConnected }) =>
        isConnected &&
        shown !== null &&
        received !== null &&
        shown[source] !== 'mixed' &&
        (shown[source] === 'on') === received[source] &&
        shown[source] === latest[0]?.shown?.[source],
    )
  );
}
