import { dialog, type BrowserWindow } from 'electron';
import type { Words } from '../../shared/words/words.ts';
import { awaitDialog } from './await-dialog.ts';
import type { Agreement } from '../sign-in/agreements.ts';

export type Questions = {
  /** Whether a service that no list names may be spoken to; `isFirst`: as the one of this app, which has none yet. */
  readonly askAboutServer: (origin: string, isFirst: boolean) => Promise<boolean>;
  /** Whether to sign in at that issuer for a service that could use it for other ones; « no » where it is given up meanwhile. */
  readonly askAboutIssuer: (about: Agreement, cancelled: AbortSignal) => Promise<boolean>;
  /** Whether meetings are to be on that service from now on. */
  readonly confirmMove: (origin: string) => Promise<boolean>;
  /** Where a text is to be saved, this path being offered; null if nowhere. */
  readonly askWhereToSave: (path: string) => Promise<string | null>;
  /** Tells an address that no browser opened, and whether to put it on the clipboard. */
  readonly askToCopy: (address: string) => Promise<boolean>;
};

type Question = {
  readonly title: string;
  readonly detail: string;
  readonly yes: string;
  readonly no?: string;
};

/** What the window, which shows what strangers send, must not be able to answer by itself: the system's own dialogs. */
export function questions(window: BrowserWindow, words: () => Words): Questions {
  async function ask(
    { title, detail, yes, no = words().questions.no }: Question,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<boolean> {
    if (window.isDestroyed()) return false;
    const asked = dialog.showMessageBox(window, {
      type: 'question',
      // Linux shows an empty bar where none is named.
      title: 'Visio-Agents',
      message: title,
      detail,
      buttons: [no, yes],
      // Escape and Enter say no: nothing is sent to a stranger by an accidental key.
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      ...options,
    });
    const { response } = await awaitDialog(asked);
    return response === 1;
  }
  return {
    askAboutServer(origin, isFirst) {
      const { first, stranger } = words().questions;
      const { title, detail, yes } = isFirst ? first : stranger;
      return ask({ title, detail: detail(hostOf(origin)), yes });
    },
    askAboutIssuer({ server, issuer }, signal) {
      const { title, detail, yes } = words().questions.issuer;
      return ask({ title, detail: detail(issuerOf(issuer), hostOf(server)), yes }, { signal });
    },
    confirmMove(origin) {
      const { title, detail, yes } = words().questions.move;
      return ask({ title, detail: detail(hostOf(origin)), yes });
    },
    askToCopy(address) {
      const { title, detail, yes, no } = words().questions.notOpened;
      return ask({ title, detail: detail(address), yes, no });
    },
    async askWhereToSave(path) {
      if (window.isDestroyed()) return null;
      const asked = dialog.showSaveDialog(window, {
        defaultPath: path,
        filters: [{ name: words().questions.textFile, extensions: ['txt'] }],
      });
      const { canceled, filePath } = await awaitDialog(asked);
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

/** Name and port, in the form that has no look-alike letters (`xn--…`). */
const hostOf = (origin: string): string => new URL(origin).host;

/** The same with the path, which tells apart those that one host has. */
function issuerOf(address: string): string {
  const { host, pathname } = new URL(address);
  return pathname === '/' ? host : host + pathname;
}
