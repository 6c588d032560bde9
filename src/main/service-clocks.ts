import { steadyClock, wallClock } from './clocks.ts';

export type ServiceClocks = {
  /** A service has just said that it is so late (ms since the epoch). */
  hear(origin: string, time: number): void;
  /** What time it is there; this computer's as long as nothing was heard. */
  now(origin: string): number;
};

/** What time it is at each service, by its last word and a clock that nobody sets. */
export function keepServiceClocks(steady = steadyClock, wall = wallClock): ServiceClocks {
  const offsets = new Map<string, number>();
  return {
    hear: (origin, time) => void offsets.set(origin, time - steady()),
    now(origin) {
      const offset = offsets.get(origin);
      return offset === undefined ? wall() : steady() + offset;
    },
  };
}
