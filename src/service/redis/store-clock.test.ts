import { expect, test } from 'vitest';
import { createStoreClock } from './store-clock.ts';

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
      const clock = createStoreClock({
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
