import { createHash } from 'node:crypto';
import { createClient } from '@redis/client';
import type { Log } from '../operation/log.ts';

/** The store does not answer: nothing was decided, and asking again in a moment may help. */
export class StoreUnreachable extends Error {
  constructor(cause: unknown) {
    super('the store does not answer', { cause });
  }
}

export type Redis = {
  /** Runs a Lua script as one atomic step. @throws {StoreUnreachable} */
  run(lua: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown>;
  /** One field of a hash. */
  hashField(key: string, field: string): Promise<string | null>;
  hash(key: string): Promise<Record<string, string>>;
  members(key: string): Promise<readonly string[]>;
  ping(): Promise<void>;
  publish(channel: string, message: string): Promise<void>;
  /** Hears what is published; `onGap` once the connection is back after messages may have been missed. */
  subscribe(channel: string, onMessage: (message: string) => void, onGap: () => void): Promise<void>;
  close(): Promise<void>;
};

export type Script = { readonly lua: string; readonly sha: string };

/** Redis knows a script by the SHA-1 of its text. */
export const script = (lua: string): Script => ({ lua, sha: createHash('sha1').update(lua).digest('hex') });

/** A command that takes so long (ms) has failed; a script takes a fraction of a millisecond. */
const commandTimeoutMs = 2000;

/** @throws if the first connection fails: a service that never saw its store does not start. */
export async function connectRedis(url: string, log: Log): Promise<Redis> {
  const client = createClient({
    url,
    name: 'visio-agents',
    // Without a connection fail at once: queued commands would run long after their caller has gone.
    disableOfflineQueue: true,
    commandOptions: { timeout: commandTimeoutMs },
    socket: {
      connectTimeout: 2000,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 5), 1000) * (0.5 + Math.random() / 2),
    },
  });
  // An error event without a listener would end the process; the log line names the address, never the password.
  client.on('error', (error: Error) => log.warn({ cause: error.message }, 'Redis: connection lost'));
  await client.connect();
  const subscriber = client.duplicate({ disableOfflineQueue: false });
  subscriber.on('error', () => undefined); // the same trouble as above

  async function ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      throw new StoreUnreachable(error);
    }
  }

  return {
    run: (lua, keys, args) =>
      ask(async () => {
        const given = { keys: [...keys], arguments: args.map(String) };
        try {
          return await client.evalSha(lua.sha, given);
        } catch (error) {
          // A Redis that was restarted has forgotten the scripts.
          if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
          return client.eval(lua.lua, given);
        }
      }),
    hashField: (key, field) => ask(() => client.hGet(key, field)),
    hash: (key) => ask(() => client.hGetAll(key)),
    members: (key) => ask(() => client.zRange(key, 0, -1)),
    ping: () => ask(async () => void (await client.ping())),
    publish: (channel, message) => ask(async () => void (await client.publish(channel, message))),
    async subscribe(channel, onMessage, onGap) {
      await subscriber.connect();
      await subscriber.subscribe(channel, onMessage);
      subscriber.on('ready', onGap);
    },
    async close() {
      for (const each of [subscriber, client]) if (each.isOpen) each.destroy();
    },
  };
}
