/** Ms between two looks. */
const lookEveryMs = 50;

/**
 * The answer to a dialog as soon as it is given. On Linux Electron (33) keeps its promise without running what waits for it:
 * that runs with the next event that runs any JavaScript, which in an app without a window took up to 30 s. A timer is one.
 */
export async function hearDialog<T>(asked: Promise<T>): Promise<T> {
  const timer = setInterval(() => undefined, lookEveryMs);
  try {
    return await asked;
  } finally {
    clearInterval(timer);
  }
}
