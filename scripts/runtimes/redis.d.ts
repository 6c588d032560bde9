import { type Log } from '../log.ts';
/** A Redis server: to be started with `redisName` as its own name. */
export type RedisProgram = {
    readonly path: string;
    readonly version: string;
};
type RedisOptions = {
    readonly log: Log;
    readonly env?: NodeJS.ProcessEnv;
};
/** Redis is one program that decides by its name what it is. */
export declare const redisName = "redis-server";
/**
 * Finds a Redis server (7 or later) in the PATH: `redis-server`, or the same program as Debian's package redis-tools
 * has it, which brings no server that runs by itself. Root on Debian gets that package installed.
 * @throws {Unprepared} with a sentence that says what to do.
 */
export declare function resolveRedis({ log, env }: RedisOptions): Promise<RedisProgram>;
export {};
