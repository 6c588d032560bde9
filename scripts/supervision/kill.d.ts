/**
 * Kills the group that a process leads. Guarded processes lead one; Windows has none and ends children with their job.
 * Gone already is fine.
 */
export declare const killGroup: (pid: number) => void;
/** Kills one process. Gone already is fine. */
export declare const killOne: (pid: number) => void;
/** Whether a process with this id exists (and is not somebody else's). */
export declare function isAlive(pid: number): boolean;
