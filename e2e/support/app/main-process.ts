import type { ElectronApplication } from '@playwright/test';
import type * as ElectronModule from 'electron';

// Electron 33's V8 holds the answer of an evaluation that is awaited, as Playwright awaits all of them, by a weak
// reference only, and says now and then that it was collected although what was asked has been done. V8 has changed that
// since (chromium-review 8123081).
const isLostAnswer = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('promise was garbage collected');

type Electron = typeof ElectronModule;

/** Has main do something and answer nothing. */
export async function tellMain<A>(
  electron: ElectronApplication,
  act: (electron: Electron, argument: A) => void,
  argument?: A,
): Promise<void> {
  await electron.evaluate(act as never, argument).catch((error: unknown) => {
    if (!isLostAnswer(error)) throw error;
  });
}

/** Asks main for something that changes nothing: an answer that was lost is asked for again. */
export async function askMain<R, A>(
  electron: ElectronApplication,
  read: (electron: Electron, argument: A) => R,
  argument?: A,
): Promise<Awaited<R>> {
  try {
    return await (electron.evaluate(read as never, argument) as Promise<Awaited<R>>);
  } catch (error) {
    if (!isLostAnswer(error)) throw error;
    return askMain(electron, read, argument);
  }
}
