/**
 * Kills the group that a process leads. Guarded processes lead one; Windows has none and ends children with their job.
 * Gone already is fine.
 */
export const killGroup = (pid: number): void => kill(process.platform === 'win32' ? pid : -pid);

/** Kills one process. Gone already is fine. */
export const killOne = (pid: number): void => kill(pid);

function kill(target: number): void {
  try {
    process.kill(target, 'SIGKILL');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // EPERM: macOS says so for a group in which only zombies are left.
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

/** Whether a process with this id exists (and is not somebody else's). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
