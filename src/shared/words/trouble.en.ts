import type { troubleFr } from './trouble.fr.ts';

export const troubleEn: typeof troubleFr = {
  close: 'Close',
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
  elsewhere: {
    title: 'Visio-Agents seems to be open on another computer.',
    text: (folder, host) =>
      `The computer “${host}” uses the folder of the application:\n${folder}\n\nClose the application there. If it is not open there, or if your computer has been renamed, open it here.`,
    open: 'Open here',
  },
  unreachable: {
    title: 'Visio-Agents is already open.',
    text: 'The window that is open cannot be told. Close it, then open your link again.',
  },
};
