import type { App, BrowserWindow, IpcMainInvokeEvent, Session, WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/**
 * All that our page may ever be granted without its user being asked: microphone, camera, and the choice of the speaker. Every
 * request for a screen is for `screen/screen-requests.ts` to answer.
 */
const grantable = new Set(['media', 'speaker-selection']);

const isOurs = (origin: string): boolean => URL.canParse(origin) && originOf(origin) === appOrigin;
/** `URL.origin` is "null" for schemes that Node does not know, so it is put together by hand. */
const originOf = (address: string): string => {
  const url = new URL(address);
  return `${url.protocol}//${url.host}`;
};

export type Permissions = {
  /** From now on this answers the requests of our page for a screen; until then each is refused. */
  giveScreens(ask: (answer: (granted: boolean) => void) => void): void;
};

/** Both handlers: the request alone would leave enumerateDevices and permission queries open. */
export function guardPermissions(session: Session): Permissions {
  let askForScreen: Parameters<Permissions['giveScreens']>[0] = (answer) => answer(false);
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const asked = 'mediaTypes' in details ? details.mediaTypes : undefined;
    if (!details.isMainFrame || !isOurs(details.requestingUrl)) return answer(false);
    if (isForScreen(permission, asked)) return askForScreen(answer);
    // Our page opens one device at a time.
    const isOneDevice = permission !== 'media' || asked?.length === 1;
    return answer(grantable.has(permission) && isOneDevice);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, { isMainFrame, mediaType }) => {
    // When it opens a camera or microphone, Chromium 130 also checks without a kind; refusing that does no harm.
    const isKnownKind = permission !== 'media' || mediaType === 'audio' || mediaType === 'video';
    return grantable.has(permission) && isKnownKind && isMainFrame && isOurs(requestingOrigin);
  });
  session.setDevicePermissionHandler(() => false);
  return { giveScreens: (ask) => void (askForScreen = ask) };
}

/** Until Electron 45 a screen is asked for as media without a type. */
const isForScreen = (permission: string, asked: readonly string[] | undefined): boolean =>
  permission === 'display-capture' || (permission === 'media' && asked?.length === 0);

/** The app saves no downloads: a file that the page offers would come from somebody else. */
export const refuseDownloads = (session: Session): void =>
  void session.on('will-download', (event) => event.preventDefault());

/** Chromium fetches spelling dictionaries from a public host at start, even where spell-checking is off. */
export const fetchNoDictionary = (session: Session): void => session.setSpellCheckerLanguages([]);

/** Our pages never navigate, open a window or embed a guest page. */
export function confineContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // By default Electron gives the page the first Bluetooth device it finds.
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
}

/** Whether an IPC call or a page address is our own page's. */
export const isOurPage = (address: string): boolean => isOurs(address);

/** Whether an IPC call comes from our own page in the main frame of this window. */
export const isOurPageIn =
  (window: BrowserWindow) =>
  ({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean =>
    senderFrame !== null &&
    !window.isDestroyed() &&
    senderFrame === window.webContents.mainFrame &&
    isOurPage(senderFrame.url);
