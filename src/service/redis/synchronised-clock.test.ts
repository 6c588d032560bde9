import { expect, test } from 'vitest';
import { createSynchronisedClock } from './synchronised-clock.ts';

const start = Date.UTC(2026, 10, 30);
const hour = 3_600_000;

/** Redis, what is kept there, and machines whose clocks nobody sets; `pass` lets time go by for all. */
function world() {
  const redis = { setBy: 0, shift: 0, seen: 0, idle: false, slowMs: 0 };
  let passed = 0;
  return {
    redis,
    pass: (ms: number) => void (passed += ms),
    /** By a clock that was right from the beginning and set by nobody. */
    trueTime: () => start + passed,
    /** An instance that starts now; `stop` is for machines that stand still for a while and do not know it. */
    instance() {
      let stood = 0;
      const clock = createSynchronisedClock({
        async read(mine) {
          const { idle } = redis;
          if (idle) Object.assign(redis, { shift: 0, seen: 0 });
          else if (mine !== null) redis.seen = Math.max(redis.seen, mine);
          passed += redis.slowMs;
          return {
            time: start + passed + redis.setBy + redis.shift,
            shift: redis.shift,
            seen: redis.seen,
            idle,
          };
        },
        async move(from, to) {
          if (redis.shift === from) redis.shift = to;
        },
        monotonic: () => passed - stood,
        wallClock: () => start + passed,
      });
      return { ...clock, standStill: (ms: number) => void ((stood += ms), (passed += ms)) };
    },
  };
}

test.each([-hour, -3000, 3000, hour])(
  'while a meeting is open a clock of Redis’s machine that is set by %i ms moves nothing, for those who start later neither',
  async (ms) => {
    const { redis, pass, trueTime, instance } = world();
    const [one, other] = [instance(), instance()];
    for (const each of [one, other, one, other]) await each.synchronise();
    redis.setBy = ms;
    pass(5000);
    await one.synchronise();
    await other.synchronise();
    const later = instance();
    for (const each of [later, one, other]) await each.synchronise();
    for (const each of [one, other, later]) {
      expect(Math.abs(each.now() - trueTime())).toBeLessThan(100);
      expect(each.shift()).toBe(-ms);
    }
    // Set right again, nothing moves either, and nothing is told any more.
    redis.setBy = 0;
    pass(5000);
    for (const each of [one, other, later, one]) await each.synchronise();
    expect(Math.abs(one.now() - trueTime())).toBeLessThan(100);
    expect(one.shift()).toBe(0);
  },
);

test('set back a little it waits for itself, and never goes back', async () => {
  const { redis, pass, instance } = world();
  const clock = instance();
  await clock.synchronise();
  const before = clock.now();
  redis.setBy = -1500;
  await clock.synchronise();
  expect(clock.now()).toBe(before);
  pass(1000);
  expect(clock.now()).toBe(before);
  pass(1000);
  expect(clock.now()).toBe(before + 500);
  expect(clock.shift()).toBe(0);
});

test('where Redis was set back while no instance was there, the first one goes on from where the last had come', async () => {
  const { redis, pass, instance } = world();
  const last = instance();
  await last.synchronise();
  pass(60_000);
  await last.synchronise();
  const before = last.now();
  redis.setBy = -hour;
  pass(10_000);
  const next = instance();
  await next.synchronise();
  expect(next.now()).toBeGreaterThanOrEqual(before);
  expect(next.now()).toBeLessThan(before + 15_000);
});

test('an instance whose machine stood still follows the others, and has nobody follow it', async () => {
  const { pass, trueTime, instance } = world();
  const [stood, other] = [instance(), instance()];
  for (const each of [stood, other]) await each.synchronise();
  stood.standStill(600_000);
  await other.synchronise();
  pass(100);
  await stood.synchronise();
  for (const each of [stood, other]) {
    expect(each.now()).toBe(trueTime());
    expect(each.shift()).toBe(0);
  }
});

test('an answer that took its time is no clock that was set', async () => {
  const { redis, trueTime, instance } = world();
  const clock = instance();
  await clock.synchronise();
  redis.slowMs = 6000;
  await clock.synchronise();
  expect(clock.shift()).toBe(0);
  redis.slowMs = 0;
  await clock.synchronise();
  expect(clock.now()).toBe(trueTime());
});

test('while no meeting is open the store’s clock is Redis’s, wherever that goes', async () => {
  const { redis, trueTime, instance } = world();
  const clock = instance();
  await clock.synchronise();
  redis.setBy = -hour;
  await clock.synchronise();
  expect(clock.now()).toBe(trueTime());
  redis.idle = true;
  await clock.synchronise();
  expect(clock.now()).toBe(trueTime() - hour);
  expect(clock.shift()).toBe(0);
});

/** Always the same numbers for a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test('whatever is set, stopped and started: as long as one instance goes on, all go by the true time and never back', async () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = numbers(seed);
    const { redis, pass, trueTime, instance } = world();
    const steady = instance();
    await steady.synchronise();
    const others = [instance(), instance()];
    for (const each of others) await each.synchronise();
    let before = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      const which = Math.floor(random() * others.length);
      const event = random();
      // Redis's clock far away, an instance that starts, one whose machine stops for up to ten minutes.
      if (event < 0.3) redis.setBy = Math.round((random() - 0.5) * 2 * 86_400_000);
      else if (event < 0.5) others[which] = instance();
      else if (event < 0.7) others[which]?.standStill(random() * 600_000);
      // Before anybody new: who starts knows nothing of before (synchronised-clock.ts).
      await steady.synchronise();
      for (const each of [...others, steady]) await each.synchronise();
      pass(random() * 5000);
      for (const each of [steady, ...others])
        expect([seed, turn, Math.abs(each.now() - trueTime()) < 2100]).toEqual([seed, turn, true]);
      expect(steady.now()).toBeGreaterThanOrEqual(before);
      before = steady.now();
    }
  }
});
