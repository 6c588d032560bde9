import { dialog, type BrowserWindow } from 'electron';
import type { Words } from '../../shared/words/words.ts';
import { awaitDialog } from './await-dialog.ts';
import type { Agreement } from '../sign-in/agreements.ts';

export type ConfirmDialogs = {
  /** Whether the app may contact a service that is on no list. `isFirst`: the app has no service yet, and this would be it. */
  readonly askAboutServer: (origin: string, isFirst: boolean) => Promise<boolean>;
  /** Whether to sign in at an issuer for a service that could use the tokens elsewhere; « no » if the attempt is given up meanwhile. */
  readonly askAboutIssuer: (about: Agreement, cancelled: AbortSignal) => Promise<boolean>;
  /** Whether to use that service for meetings from now on. */
  readonly confirmMove: (origin: string) => Promise<boolean>;
  /** Where to save a text; `path` is proposed. Null if cancelled. */
  readonly askWhereToSave: (path: string) => Promise<string | null>;
  /** Shows an address that no browser opened, and asks whether to copy it to the clipboard. */
  readonly askToCopy: (address: string) => Promise<boolean>;
};

type Question = {
  readonly title: string;
  readonly detail: string;
  readonly yes: string;
  readonly no?: string;
};

/** Questions in dialogs of the system: the window shows content of strangers, and must not be able to answer them itself. */
export function openConfirmDialogs(window: BrowserWindow, words: () => Words): ConfirmDialogs {
  async function ask(
    { title, detail, yes, no = words().confirmDialogs.no }: Question,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<boolean> {
    if (window.isDestroyed()) return false;
    const asked = dialog.showMessageBox(window, {
      type: 'question',
      // Without a title Linux shows an empty title bar.
      title: 'Visio-Agents',
      message: title,
      detail,
      buttons: [no, yes],
      // Escape and Enter mean no: an accidental key must send nothing to a stranger.
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
      const { first, stranger } = words().confirmDialogs;
      const { title, detail, yes } = isFirst ? first : stranger;
      return ask({ title, detail: detail(hostOf(origin)), yes });
    },
    askAboutIssuer({ server, issuer }, signal) {
      const { title, detail, yes } = words().confirmDialogs.issuer;
      return ask({ title, detail: detail(issuerOf(issuer), hostOf(server)), yes }, { signal });
    },
    confirmMove(origin) {
      const { title, detail, yes } = words().confirmDialogs.move;
      return ask({ title, detail: detail(hostOf(origin)), yes });
    },
    askToCopy(address) {
      const { title, detail, yes, no } = words().confirmDialogs.notOpened;
      return ask({ title, detail: detail(address), yes, no });
    },
    async askWhereToSave(path) {
      if (window.isDestroyed()) return null;
      const asked = dialog.showSaveDialog(window, {
        defaultPath: path,
        filters: [{ name: words().confirmDialogs.textFile, extensions: ['txt'] }],
      });
      const { canceled, filePath } = await awaitDialog(asked);
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

/** Host name and port, in the ASCII form, which has no look-alike letters (`xn--…`). */
const hostOf = (origin: string): string => new URL(origin).host;

/** The same with the path, which distinguishes several issuers on one host. */
function issuerOf(address: string): string {
  const { host, pathname } = new URL(address);
  return pathname === '/' ? host : host + pathname;
}
