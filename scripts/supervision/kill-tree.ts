/** Kills a process started by `spawnGuarded`, and on POSIX everything it started, at once. Gone already is fine. */
export function killTree(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  // Guarded processes lead a group of their own; Windows has none and ends children with their job.
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
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
