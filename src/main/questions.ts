import { dialog, type BrowserWindow } from 'electron';
import type { Words } from '../shared/words/words.ts';

export type Questions = {
  /** Whether a service that no list names may be spoken to; `isFirst`: as the one of this app, which has none yet. */
  readonly askAboutServer: (origin: string, isFirst: boolean) => Promise<boolean>;
  /** Whether meetings are to be on that service from now on. */
  readonly confirmMove: (origin: string) => Promise<boolean>;
  /** Where a text is to be saved, this path being offered; null if nowhere. */
  readonly askWhereToSave: (path: string) => Promise<string | null>;
};

/** What the window, which shows what strangers send, must not be able to answer by itself: the system's own dialogs. */
export function questions(window: BrowserWindow, words: () => Words): Questions {
  async function ask(title: string, detail: string, yes: string): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: title,
      detail,
      buttons: [words().questions.no, yes],
      // Escape and Enter say no: nothing is sent to a stranger by an accidental key.
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response === 1;
  }
  return {
    askAboutServer(origin, isFirst) {
      const { first, stranger } = words().questions;
      const { title, detail, yes } = isFirst ? first : stranger;
      return ask(title, detail(hostOf(origin)), yes);
    },
    confirmMove(origin) {
      const { title, detail, yes } = words().questions.move;
      return ask(title, detail(hostOf(origin)), yes);
    },
    async askWhereToSave(path) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: path,
        filters: [{ name: words().questions.textFile, extensions: ['txt'] }],
      });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

/** Name and port, in the form that has no look-alike letters (`xn--…`). */
const hostOf = (origin: string): string => new URL(origin).host;
