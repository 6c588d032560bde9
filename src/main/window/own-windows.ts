import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  nativeTheme,
  session,
  type BrowserWindowConstructorOptions,
  type Session,
} from 'electron';
import type { CallTable, HandlersOf } from '../../shared/calls/call-table.ts';
import { answerBy } from '../calls/answer-calls.ts';
import { openDoor } from '../calls/ipc.ts';
import type { Log } from '../log/log.ts';
import { contentSecurityPolicy, serveApp } from '../page/app-protocol.ts';
import { whileOpen } from './while-open.ts';

type OwnPage = {
  /** Of its session, which is in memory, and of its origin. */
  readonly name: string;
  /** Of the built page. */
  readonly file: string;
  readonly log: Log;
};

/** Opens a window of the page, hidden, with all that it may ask of main. */
type OpenOwnWindow = <T extends CallTable>(
  options: BrowserWindowConstructorOptions,
  table: T,
  handlers: HandlersOf<T>,
) => BrowserWindow;

/**
 * Windows that the main one, which shows content of strangers, can neither read nor operate: each page has a session, an origin, a
 * process and a table of calls of its own, reaches no network and is granted nothing.
 */
export function ownWindows({ name, file, log }: OwnPage): OpenOwnWindow {
  const origin = `app://${name}`;
  let isServed = false;
  return (options, table, handlers) => {
    if (!isServed) {
      isServed = true;
      serveAlone(session.fromPartition(name), name);
    }
    const window = new BrowserWindow({
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      autoHideMenuBar: true,
      useContentSize: true,
      title: 'Visio-Agents',
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#161616' : '#ffffff',
      ...options,
      show: false,
      webPreferences: {
        partition: name,
        preload: inApp('preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
      },
    });
    const isOurFrame: Parameters<typeof answerBy>[2]['isOurFrame'] = ({ senderFrame }) =>
      senderFrame !== null &&
      !window.isDestroyed() &&
      senderFrame === window.webContents.mainFrame &&
      senderFrame.url.startsWith(`${origin}/`);
    openDoor(window.webContents.ipc).giveAnswers(answerBy(table, handlers, { isOurFrame, log }));
    const giveUp = (): void => whileOpen(window, () => window.destroy());
    window.webContents.once('render-process-gone', giveUp);
    window.loadURL(`${origin}/${file}`).catch(giveUp);
    return window;
  };
}

function serveAlone(own: Session, host: string): void {
  serveApp(own.protocol, { folder: inApp('renderer'), read: (file) => readFile(file) }, noNetwork, host);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setSpellCheckerLanguages([]);
  own.webRequest.onBeforeRequest(({ url }, answer) =>
    // A preview is data: it asks nobody for anything.
    answer({ cancel: !url.startsWith(`app://${host}/`) && !url.startsWith('data:image/jpeg;') }),
  );
}

/** Of the build; this file may be in any of its chunks. */
const inApp = (path: string): string => join(app.getAppPath(), 'out', path);

const noNetwork = contentSecurityPolicy({ loopback: false }).replace(
  'connect-src https: wss:',
  "connect-src 'none'",
);
