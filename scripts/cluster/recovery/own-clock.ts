/** A clock (ms) that stands still while this process does: what happens meanwhile is only heard of afterwards. */
export type OwnClock = {
  now(): number;
  /** The longest time (ms) for which it stood still since it was last asked. */
  takeLongestStall(): number;
  stop(): void;
};

const stepMs = 10;
/** A step that took longer (ms) was a stall: so much of it counts. */
const mostMs = 50;

/** `wall`: ms since any moment. */
export function startOwnClock(wall = (): number => performance.now()): OwnClock {
  let at = 0;
  let steppedAt = wall();
  let longestStall = 0;
  const passed = (): number => wall() - steppedAt;
  const timer = setInterval(() => {
    longestStall = Math.max(longestStall, passed() - mostMs);
    at += Math.min(passed(), mostMs);
    steppedAt = wall();
  }, stepMs);
  return {
    // Whatever waited during a stall may be told before the timer.
    now: () => at + Math.min(passed(), mostMs),
    takeLongestStall() {
      const longest = Math.max(longestStall, passed() - mostMs);
      longestStall = 0;
      return longest;
    },
    stop: () => clearInterval(timer),
  };
}
