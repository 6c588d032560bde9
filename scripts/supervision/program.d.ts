import type { Log } from '../log.ts';
import type { Guard } from './guard.ts';
type Plan = {
    readonly name: string;
    readonly command: string;
    readonly args: readonly string[];
    /** The name that the program is to see as its own, where that decides what it is. */
    readonly argv0?: string;
    readonly env: NodeJS.ProcessEnv;
    readonly cwd?: string;
    /** Asked every 50 ms until it says yes. */
    readonly isReady: () => Promise<boolean>;
    readonly readyWithinMs: number;
};
type Care = {
    readonly guard: Guard;
    readonly log: Log;
    /** Every line that the program prints. */
    readonly onLine?: Log;
    /** What to do when it ends although nobody asked it to; starting it again is the caller's decision. */
    readonly onDeath?: (how: string) => void;
};
/** One long-running program: started, killed and started again with the same arguments and environment. */
export type Program = {
    /** Resolves when it is ready. @throws if it ends before, or is not ready in time. */
    readonly start: () => Promise<void>;
    /** Asks it to end and kills it after `graceMs`. Resolves when it is gone; gone already is fine. */
    readonly stop: (graceMs: number) => Promise<void>;
    /** Of the latest start; 0 before the first. */
    readonly pid: () => number;
};
export declare function createProgram(plan: Plan, { guard, onLine, onDeath }: Care): Program;
export {};
