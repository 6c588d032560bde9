// Kept from before a test has its own clock.
const later = globalThis.setTimeout;

/** Ends once everything that follows from what was just done is done, but for what waits by the clock. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => later(resolve));
}

/** A later turn of the event loop, whatever the clock of the test. */
export const inLaterTurn = (act: () => void): void => void later(act);
