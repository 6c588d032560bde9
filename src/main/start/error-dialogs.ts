import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { exitCodes } from './exit-codes.ts';
import { awaitDialog } from '../outside/await-dialog.ts';
import type { Claim } from './single-instance.ts';
import { errorDialogWords } from './error-dialog-words.ts';

// The dialogs of main for when there is no window, or none that can be trusted. Loaded only when needed.

type Trouble = { readonly title: string; readonly text: string };
type Unclaimed = Exclude<Claim, { readonly name: 'first' | 'handed-over' }>;

/** Says that an unexpected error happened; the app goes on. */
export const tellUncaught = async (): Promise<void> => {
  const { uncaught, close } = errorDialogWords(app.getPath('userData'));
  await show(uncaught, close);
};

export const tellNotStarted = async (): Promise<void> => {
  const { notStarted, close } = errorDialogWords(app.getPath('userData'));
  await show(notStarted, close);
};

/** Says why this start cannot use the profile folder, and ends the app. */
export async function tellUnclaimed(claim: Unclaimed, folder: string): Promise<void> {
  const { unwritable, unreachable, close } = errorDialogWords(folder);
  switch (claim.name) {
    case 'unwritable': {
      // Chromium needs a folder as long as the dialog is open.
      const other = mkdtempSync(join(tmpdir(), 'visio-agents-'));
      app.setPath('userData', other);
      app.setPath('sessionData', other);
      process.once('exit', () => rmSync(other, { recursive: true, force: true }));
      await show({ title: unwritable.title, text: unwritable.text(folder, claim.reason) }, close);
      return app.exit(exitCodes.cannotCreate);
    }
    case 'unreachable':
      await show(unreachable, close);
      return app.exit(exitCodes.tryAgain);
  }
}

/** Has no parent window and does not block main: everything else goes on. */
async function show({ title, text }: Trouble, close: string): Promise<void> {
  await app.whenReady();
  await awaitDialog(
    dialog.showMessageBox({
      type: 'error',
      title: 'Visio-Agents',
      message: title,
      detail: text,
      buttons: [close],
      noLink: true,
    }),
  );
}
