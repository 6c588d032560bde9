import { script, type Redis } from './connection.ts';
import { keysOf } from './keys.ts';
import type { ClockReading } from './synchronised-clock.ts';

/** A day (ms), longer than any meeting: it is renewed at each question. */
const keptMs = 86_400_000;

const readClock = script(`
local clock, due = unpack(KEYS)
local mine, kept = unpack(ARGV)
local idle = redis.call('ZCARD', due) == 0
if idle then redis.call('DEL', clock) end
local shift = redis.call('HGET', clock, 'shift') or '0'
local seen = redis.call('HGET', clock, 'seen') or '0'
if not idle and mine ~= '' and tonumber(mine) > tonumber(seen) then
  redis.call('HSET', clock, 'seen', mine)
  redis.call('PEXPIRE', clock, kept)
end
local time = redis.call('TIME')
return { time[1], time[2], shift, seen, idle and '1' or '0' }
`);

const moveClock = script(`
if (redis.call('HGET', KEYS[1], 'shift') or '0') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'shift', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
`);

/** Redis's clock, and what all instances of a service add to it. */
export function openRedisTime(redis: Redis, instanceName: string) {
  const { clock, due } = keysOf(instanceName);
  return {
    async read(mine: number | null): Promise<ClockReading> {
      const answer = await redis.run(readClock, [clock, due], [mine ?? '', keptMs]);
      const [seconds = '', micros = '', shift = '', seen = '', idle = ''] = answer as string[];
      return {
        time: Number(seconds) * 1000 + Number(micros) / 1000 + Number(shift),
        shift: Number(shift),
        seen: Number(seen),
        idle: idle === '1',
      };
    },
    async move(from: number, to: number): Promise<void> {
      await redis.run(moveClock, [clock], [from, to, keptMs]);
    },
  };
}
