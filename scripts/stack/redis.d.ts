import type { Log } from '../log.ts';
import { type Guard } from '../supervision/guard.ts';
type RedisRequest = {
    /** Whose end is also the end of this Redis; without one it ends with the process that asked for it. */
    readonly guard?: Guard;
    /** Keep what is written, a second late at most; without it a restart forgets everything. */
    readonly appendOnly?: boolean;
    /** Without one a free port is taken. */
    readonly port?: number;
    /** Where it keeps its files; without one a directory that is removed at the end. */
    readonly directory?: string;
    readonly log?: Log;
};
export type StartedRedis = {
    /** `redis://127.0.0.1:PORT` */
    readonly url: string;
    readonly port: number;
    readonly directory: string;
    /** Of the latest start. */
    readonly pid: () => number;
    /** As `kill -9`; it stays down until it is restarted. */
    readonly kill: () => Promise<void>;
    /** On the same port, with the same directory; kills it first if it is still there. */
    readonly restart: () => Promise<void>;
    readonly stop: () => Promise<void>;
};
/**
 * A Redis of one's own, for tests and tools, on loopback only. No file of the system's Redis is read or written.
 * @throws {Unprepared} if there is no Redis to be had.
 */
export declare function startRedis(request?: RedisRequest): Promise<StartedRedis>;
export {};
