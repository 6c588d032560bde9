import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from '../runtimes/cache.ts';

/** The program that makes deb and rpm for electron-builder: a real fpm of this machine, or else ours, started from `work`. */
export async function findFpm(work: string, searched = process.env['PATH'] ?? ''): Promise<string> {
  for (const directory of searched.split(path.delimiter)) {
    const file = path.join(directory, 'fpm');
    if (directory !== '' && (await exists(file))) return file;
  }
  const file = path.join(work, 'fpm');
  const program = fileURLToPath(new URL('fpm-stand-in/main.ts', import.meta.url));
  // By this very Node: the one that is found first in the PATH may be too old.
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  await chmod(file, 0o700);
  return file;
}
