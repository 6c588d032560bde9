import { app, powerSaveBlocker, type BrowserWindow } from 'electron';
import { steadyClock } from './clocks.ts';
import type { Keychain } from './credentials/keychain.ts';
import { keepCurrentMeeting, type CurrentMeetingKeeper } from '../client/current-meeting.ts';
import type { RequestFilter } from './page/request-filter.ts';
import { keepAwake } from './window/keep-screen-on.ts';
import { connectMeetingEvents } from '../client/meeting-events.ts';
import type { Network } from './open-network.ts';
import { openSignIn } from './open-sign-in.ts';
import type { OpenOutside } from './outside/open-outside.ts';
import { knowOwnService, type OwnService } from '../client/own-service.ts';
import type { Announce } from './page/event-queue.ts';
import type { ScreenShare } from './screen/screen-share.ts';
import type { ConfirmDialogs } from './outside/confirm-dialogs.ts';
import { keepAllowedServers, type AllowedServers } from './outside/allowed-servers.ts';
import { withHelpDesk } from './settings/help-desk.ts';
import { withGovernmentBrand } from './settings/government-brand.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import type { Session } from './sign-in/session.ts';

type Deps = {
  readonly settings: SettingsKeeper;
  readonly window: BrowserWindow;
  readonly requestFilter: RequestFilter;
  readonly keychain: Keychain;
  readonly network: Network;
  readonly confirmDialogs: ConfirmDialogs;
  readonly open: OpenOutside;
  readonly screenShare: Pick<ScreenShare, 'setPresence'>;
  readonly announce: Announce;
};

/** The services that the app contacts, the meeting on one of them, and the sign-in at our own. */
export type Services = {
  readonly servers: AllowedServers;
  readonly current: CurrentMeetingKeeper;
  readonly session: Session;
  readonly own: OwnService;
};

export function openServices(deps: Deps): Services {
  const { settings, window, requestFilter, keychain, network, confirmDialogs, open, announce } = deps;
  const keepScreenOn = keepAwake(powerSaveBlocker);
  const { fetch, serviceAt, authenticateMediaProxy } = network;
  const servers = keepAllowedServers({
    settings: settings.get,
    ask: confirmDialogs.askAboutServer,
    allow: requestFilter.allowMain,
    chooseOwn: (origin) => void settings.set('server', origin),
    now: steadyClock,
  });
  const current = keepCurrentMeeting({
    eventsAt: (origin) => connectMeetingEvents({ origin, fetch, random: Math.random }),
    announce,
    allowMedia: requestFilter.allowMedia,
    onPresence(present) {
      keepScreenOn(present);
      deps.screenShare.setPresence(present);
    },
    now: steadyClock,
  });
  const session = openSignIn({
    settings,
    window,
    requestFilter,
    fetch,
    announce,
    keychain,
    askAboutIssuer: confirmDialogs.askAboutIssuer,
    open,
  });
  const own = knowOwnService({
    origin: () => settings.get().server,
    serviceAt,
    amend: (discovery) =>
      withGovernmentBrand(withHelpDesk(discovery, settings.get()), {
        ...settings.get(),
        isPackaged: app.isPackaged,
      }),
    async onFound(discovery) {
      // During a meeting its own LiveKit address stays the only one.
      if (!current.get()?.present) requestFilter.allowMedia(discovery.livekitUrl);
      void authenticateMediaProxy(discovery.livekitUrl);
      await session.useService(discovery);
    },
  });
  return { servers, current, session, own };
}
