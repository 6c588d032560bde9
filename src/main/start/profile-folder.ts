import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Whether the app can keep its data in this folder, which is created if missing: null if so, else the error code of the system
 * (EACCES, EROFS, ENOSPC …). An empty file is all that a start needs; on a full disk the app otherwise works.
 */
export function folderTrouble(folder: string): string | null {
  const probe = join(folder, `probe-${process.pid}`);
  try {
    makeFolder(folder);
    // A process with the same number was killed here and left its file.
    rmSync(probe, { force: true });
    closeSync(openSync(probe, 'wx', 0o600));
    rmSync(probe);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}

/** By hand: Node's recursive mkdir never ends on a file system that refuses without saying why, such as /proc. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
}
