const wakeEveryMs = 50;

/**
 * Waits for a dialog and returns its answer at once. On Linux, Electron 33 settles the promise of a dialog but runs the code
 * that awaits it only when the next JavaScript event comes, which took up to 30 s in an app without a window. The timer is
 * such an event.
 */
export async function awaitDialog<T>(asked: Promise<T>): Promise<T> {
  const timer = setInterval(() => undefined, wakeEveryMs);
  try {
    return await asked;
  } finally {
    clearInterval(timer);
  }
}
