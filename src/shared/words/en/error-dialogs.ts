import type { errorDialogsFr } from '../fr/error-dialogs.ts';

export const errorDialogsEn: typeof errorDialogsFr = {
  close: 'Close',
  refused: (what) =>
    `Visio-Agents does not start with ${what}: open the application without that switch or variable.`,
  uncaught: {
    title: 'Visio-Agents met an error.',
    text: 'The application stays open. If something no longer responds, close it and open it again. The report for the help desk holds the cause of the error.',
  },
  notStarted: {
    title: 'Visio-Agents could not open.',
    text: 'Open the application again; if this happens again, tell your help desk.',
  },
  unwritable: {
    title: 'Visio-Agents could not open.',
    text: (folder, reason) =>
      `The application cannot save anything in its folder:\n${folder}\n\nCheck that this folder belongs to you and that the disk is not full, or give this message to your help desk (${reason}).`,
  },
  unreachable: {
    title: 'Visio-Agents is already open.',
    text: 'The window that is open does not answer this new start. Close it, then open the application or your link again.',
  },
};
