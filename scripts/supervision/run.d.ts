import type { SpawnOptions } from 'node:child_process';
import type { Guard } from './guard.ts';
type Run = {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
};
type RunOptions = Pick<SpawnOptions, 'cwd' | 'env' | 'argv0'> & {
    /** Every line of stderr as it comes. */
    readonly onLine?: (line: string) => void;
    readonly timeoutMs?: number;
};
/** Runs a program to its end under the guard. A program that cannot be started, or takes too long, has the code `null`. */
export declare function run(guard: Guard, command: string, args: readonly string[], options?: RunOptions): Promise<Run>;
export {};
