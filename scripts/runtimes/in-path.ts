import path from 'node:path';
import { exists } from './cache.ts';

/** The program of this name in the PATH, or in one of the directories that follow it; null if there is none. */
export async function inPath(
  program: string,
  env: NodeJS.ProcessEnv,
  alsoIn: readonly string[] = [],
): Promise<string | null> {
  for (const directory of [...(env['PATH'] ?? '').split(path.delimiter), ...alsoIn]) {
    // A relative entry would run whatever lies in the current directory.
    if (path.isAbsolute(directory) && (await exists(path.join(directory, program))))
      return path.join(directory, program);
  }
  return null;
}
