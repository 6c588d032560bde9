import { type ChildProcess, type SpawnOptions } from 'node:child_process';
/**
 * Ends what we started when we die, however we die.
 * A second process listens on a pipe from us; when the pipe closes it kills what is still listed.
 */
export type Guard = {
    /** Starts a program as the leader of a group of its own that does not outlive us. */
    readonly spawn: (command: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
    /** A directory that must not outlive us. */
    readonly removeAtEnd: (path: string) => void;
    /** The directory has found its place, or is gone already. */
    readonly keep: (path: string) => void;
    /** Ends all that is still listed, and the guard. */
    readonly close: () => Promise<void>;
    /** The guarding process, for those who test it. */
    readonly pid: () => number;
};
/** @throws if no second process can be started. */
export declare function openGuard(): Guard;
/** Does a piece of work under a guard of its own. */
export declare function withGuard<T>(work: (guard: Guard) => Promise<T>): Promise<T>;
