import type { Bus } from '../meetings/events/event-bus.ts';
import type { Redis } from './connection.ts';

/** Redis's own publish and subscribe: at most once, which is enough, because state is sent on every connect. */
export function createRedisBus(redis: Redis, instanceName: string): Bus {
  const channel = `va:${instanceName}:events`;
  return {
    publish: (message) => redis.publish(channel, message),
    subscribe: (hear, onGap) => redis.subscribe(channel, hear, onGap),
  };
}
