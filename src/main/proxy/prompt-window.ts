import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, session } from 'electron';
import { promptCalls, type ProxyPrompt } from '../../shared/proxy-prompt.ts';
import { ok } from '../../shared/result.ts';
import type { Language } from '../../shared/settings/settings.ts';
import { words } from '../../shared/words/words.ts';
import { answerBy } from '../calls/answer-calls.ts';
import { contentSecurityPolicy, serveApp } from '../page/app-protocol.ts';
import { openDoor } from '../calls/ipc.ts';
import type { Log } from '../log/log.ts';
import { whileOpen } from '../window/while-open.ts';
import type { ProxyAnswer, ProxyQuestion } from './proxy-authenticator.ts';

type Deps = {
  readonly parent: BrowserWindow;
  readonly language: () => Language;
  readonly log: Log;
};

/** In memory and separate: it shares no process, storage or network with the main window, which shows content of strangers. */
const partition = 'proxy-prompt';
const host = 'proxy-prompt';
const origin = `app://${host}`;

/** Asks in a small window in front of the main one; null if it is closed. The caller makes sure that there is only one at a time. */
export function proxyPrompt({
  parent,
  language,
  log,
}: Deps): (q: ProxyQuestion) => Promise<ProxyAnswer | null> {
  let isServed = false;
  return async (question) => {
    if (parent.isDestroyed()) return null;
    const own = session.fromPartition(partition);
    if (!isServed) {
      isServed = true;
      serveApp(own.protocol, { folder: inApp('renderer'), read: (file) => readFile(file) }, noNetwork, host);
      own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
      own.setPermissionCheckHandler(() => false);
      own.setSpellCheckerLanguages([]);
      own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(`${origin}/`) }));
    }
    const window = openWindow(parent, question.before !== null);
    const { promise, resolve } = Promise.withResolvers<ProxyAnswer | null>();
    const giveAnswers = answerBy(
      promptCalls,
      {
        'proxy:question': async () => ok(promptFor(question, language())),
        'proxy:answer': async (answer) => {
          resolve(answer);
          return ok();
        },
        'proxy:cancel': async () => {
          resolve(null);
          return ok();
        },
      },
      {
        isOurFrame: ({ senderFrame }) =>
          senderFrame !== null &&
          !window.isDestroyed() &&
          senderFrame === window.webContents.mainFrame &&
          senderFrame.url.startsWith(`${origin}/`),
        log,
      },
    );
    openDoor(window.webContents.ipc).giveAnswers(giveAnswers);
    window.once('closed', () => resolve(null));
    window.webContents.once('render-process-gone', () => resolve(null));
    window.loadURL(`${origin}/proxy.html`).catch(() => resolve(null));
    const answer = await promise;
    if (!window.isDestroyed()) window.destroy();
    return answer;
  };
}

/** Of the build; this file may be in any of its chunks. */
const inApp = (path: string): string => join(app.getAppPath(), 'out', path);

const noNetwork = contentSecurityPolicy({ loopback: false }).replace(
  'connect-src https: wss:',
  "connect-src 'none'",
);

function openWindow(parent: BrowserWindow, isSecond: boolean): BrowserWindow {
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 480,
    // As high as its content; a refusal is shown above the fields.
    height: isSecond ? 632 : 496,
    useContentSize: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    autoHideMenuBar: true,
    show: false,
    title: 'Visio-Agents',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161616' : '#ffffff',
    webPreferences: {
      partition,
      preload: inApp('preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => whileOpen(window, () => window.show()));
  return window;
}

function promptFor({ proxy, before }: ProxyQuestion, language: Language): ProxyPrompt {
  const { lead, ...rest } = words[language].proxy;
  return { language, before, words: { ...rest, lead: lead(`${proxy.host}:${proxy.port}`) } };
}
