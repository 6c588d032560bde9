import { readdir, readFile, readlink } from 'node:fs/promises';

/** The system's small files come and go, and many are not for us: what cannot be read is null. */
export const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

export const linkOf = (path: string): Promise<string | null> => readlink(path).catch(() => null);

/** The names in a folder; none if there is no such folder. */
export const namesIn = (path: string): Promise<readonly string[]> => readdir(path).catch(() => []);
