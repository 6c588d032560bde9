/** What a file is or holds, or null where there is none; any other trouble with it is thrown as it came. */
export declare function orMissing<T>(reading: Promise<T>): Promise<T | null>;
