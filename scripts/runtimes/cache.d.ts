import type { Guard } from '../supervision/guard.ts';
/** Where what was fetched once is kept: `$VISIO_CACHE_DIR`, `$XDG_CACHE_HOME` or `~/.cache`, and in it `visio-agents`. */
export declare function cacheRoot(env: NodeJS.ProcessEnv): string;
export declare const exists: (file: string) => Promise<boolean>;
/**
 * Makes a directory of the cache private to us.
 * @throws {Unprepared} if somebody else could have put a program of theirs into it.
 */
export declare function openCache(root: string): Promise<string>;
/**
 * Fills a directory that is there whole or not at all: built beside its place, then renamed into it.
 * Two processes that build it at once do not disturb each other; the first to finish wins.
 */
export declare function assemble(target: string, guard: Guard, build: (directory: string) => Promise<void>): Promise<void>;
