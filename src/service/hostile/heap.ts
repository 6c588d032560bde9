import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Frees what nobody holds any more, so that what is left is what grows. */
export const collectGarbage = runInNewContext('gc') as () => void;

export const heapInMb = (): number => process.memoryUsage().heapUsed / 2 ** 20;
