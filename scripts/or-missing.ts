/** What a file is or holds, or null where there is none; any other trouble with it is thrown as it came. */
export async function orMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    // ESRCH: what /proc says of a process that has just ended.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}
