import { BrowserWindow, desktopCapturer, systemPreferences, type BrowserWindow as Window } from 'electron';
import type { Words } from '../../shared/words/words.ts';
import { steadyClock } from '../clocks.ts';
import { screenAccess } from '../devices/macos-facts.ts';
import { systemSettingsUri } from '../devices/system-settings-uri.ts';
import type { Log } from '../log/log.ts';
import type { OpenOutside } from '../outside/open-outside.ts';
import type { Announce } from '../page/event-queue.ts';
import type { Permissions } from '../page/security.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { bringToFront } from '../window/main-window.ts';
import { whileOpen } from '../window/while-open.ts';
import { asksByItself } from './asks-by-itself.ts';
import { followSharing } from './follow-sharing.ts';
import { listSources } from './list-sources.ts';
import { screenPicker } from './picker-window.ts';
import { screenRequests, type Captured } from './screen-requests.ts';
import { keepSharing, type ScreenShare } from './screen-share.ts';
import { sharingBar } from './sharing-bar.ts';
import { sharingNotification } from './sharing-notification.ts';

type Deps = {
  readonly window: Window;
  readonly settings: Pick<SettingsKeeper, 'get'>;
  readonly permissions: Permissions;
  readonly announce: Announce;
  readonly open: OpenOutside;
  readonly words: () => Words;
  readonly log: Log;
};

/** Lets the page share a screen or a window that its user has chosen, and shows that it does. */
export function openScreenShare(deps: Deps): ScreenShare {
  const { window, settings, permissions, announce, open, words, log } = deps;
  const isOnWayland = asksByItself(process.platform, process.env);
  const condemnPage = (): void =>
    whileOpen(window, ({ webContents }) => webContents.forcefullyCrashRenderer());
  const actions = { stop: () => share.stop(), comeBack: () => bringToFront(window) };
  const language = () => settings.get().language;
  const sign = isOnWayland
    ? sharingNotification({ ...actions, words })
    : sharingBar({ ...actions, language, log });
  const share = keepSharing({
    sign: followSharing(window, sign),
    tellPage: () => announce('screen:stop', undefined),
    condemnPage,
    log,
  });
  const pick = screenPicker({
    parent: window,
    language,
    list: (kind) =>
      listSources(kind, {
        getSources: (options) => desktopCapturer.getSources(options),
        ownIds: () => BrowserWindow.getAllWindows().map((each) => each.getMediaSourceId()),
        screenName: words().screenShare.screenName,
      }),
    isRefused: () =>
      screenAccess(process.platform, (kind) => systemPreferences.getMediaAccessStatus(kind)) === 'denied',
    openSettings: async () => {
      const address = systemSettingsUri('screen', process.platform);
      return address !== null && open(address);
    },
    log,
  });
  const requests = screenRequests({
    mayShare: () => settings.get().screenShare && share.mayBegin(),
    untilGone: share.untilGone,
    choose: (stop) => (isOnWayland ? askSystem() : pick(stop)),
    onGranted: share.begin,
    condemnPage,
    ourFrame: () => (window.isDestroyed() ? null : window.webContents.mainFrame),
    log,
    now: steadyClock,
  });
  permissions.giveScreens(requests.onPermission);
  window.webContents.session.setDisplayMediaRequestHandler(requests.onDisplay);
  return share;
}

/** The desktop portal's dialog. With both types there is one, and it answers with one source, or fails. */
async function askSystem(): Promise<Captured | null> {
  const thumbnailSize = { width: 0, height: 0 };
  const [chosen, ...others] = await desktopCapturer.getSources({
    types: ['screen', 'window'],
    thumbnailSize,
  });
  // A list was not chosen from.
  return chosen && others.length === 0 ? { id: chosen.id, name: chosen.name } : null;
}
