import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, clipboard, net, systemPreferences } from 'electron';
import type { AgentTokens } from '../../client/as-agent.ts';
import { meetingCalls } from '../../client/meeting-calls.ts';
import { networkCalls } from '../../client/network-calls.ts';
import { capabilitiesOn } from '../../shared/host-system.ts';
import type { Handlers } from '../../shared/ipc.ts';
import type { Words } from '../../shared/words/words.ts';
import { wallClock } from '../clocks.ts';
import { factsReader, shareReads } from '../devices/read-system-facts.ts';
import { soundRestarter } from '../devices/restart-sound.ts';
import type { RequestFilter } from '../page/request-filter.ts';
import type { AppLog } from '../log/log.ts';
import type { Network } from '../open-network.ts';
import type { OpenOutside } from '../outside/open-outside.ts';
import type { Services } from '../open-services.ts';
import type { Platform } from '../platform.ts';
import type { ConfirmDialogs } from '../outside/confirm-dialogs.ts';
import { makeReport } from '../report/make-report.ts';
import { writeAtomically } from '../files/atomic-file.ts';
import { thisMachine } from '../report/this-machine.ts';
import type { ScreenShare } from '../screen/screen-share.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { appHandlers } from './app-handlers.ts';
import { mediaHandlers } from './media-handlers.ts';
import { reportHandlers } from './report-handlers.ts';
import { screenHandlers } from './screen-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { signInHandlers } from './sign-in-handlers.ts';

type Deps = {
  readonly platform: Platform;
  readonly settings: SettingsKeeper;
  readonly requestFilter: RequestFilter;
  readonly network: Network;
  readonly services: Services;
  readonly screenShare: Pick<ScreenShare, 'stopped'>;
  readonly confirmDialogs: ConfirmDialogs;
  readonly open: OpenOutside;
  readonly words: () => Words;
  readonly onPageReady: () => void;
  /** Ends the app, which then starts again. */
  readonly restart: () => void;
  readonly log: AppLog;
};

/** Puts the handlers together: one short function for each call of the window, with the parts of Electron that it needs. */
export function createHandlers(deps: Deps): Handlers {
  const { platform, settings, requestFilter, network, services, confirmDialogs, open, words, log } = deps;
  const { serviceAt, resolveProxy, authenticateMediaProxy, serviceClocks } = network;
  const { servers, current, session, own } = services;
  const ownServer = (): string => settings.get().server;
  const readFacts = shareReads(
    factsReader(platform, (kind) => systemPreferences.getMediaAccessStatus(kind), app.getPath('userData')),
  );
  /** A click may come before the service has said how agents sign in: it waits for that. */
  const tokens: AgentTokens = {
    refused: session.refused,
    async accessToken(origin) {
      await own.settled();
      return session.accessToken(origin);
    },
  };
  async function offerAddress(address: string): Promise<void> {
    if (await confirmDialogs.askToCopy(address)) await clipboard.writeText(address);
  }
  return {
    ...meetingCalls({
      serviceAt,
      ownServer,
      servers,
      session: tokens,
      current,
      settings,
      newKey: randomUUID,
      serviceTime: serviceClocks.now,
    }),
    ...networkCalls({
      serviceAt,
      ownServer,
      current,
      allowMedia: requestFilter.allowMedia,
      authenticateMediaProxy,
    }),
    ...settingsHandlers({
      settings,
      serviceAt,
      allow: requestFilter.allowMain,
      confirmMove: confirmDialogs.confirmMove,
    }),
    ...signInHandlers({ session }),
    ...screenHandlers(deps.screenShare),
    ...appHandlers({
      own,
      signInState: session.state,
      settings,
      current,
      about: {
        appVersion: app.getVersion(),
        platform,
        can: capabilitiesOn(platform),
      },
      onPageReady: deps.onPageReady,
      restart: deps.restart,
      clipboard,
      open,
      tellNotOpened: (address) => void offerAddress(address),
    }),
    ...reportHandlers({
      make: makeReport(
        {
          machine: thisMachine({ app, preferences: systemPreferences, platform }),
          readFacts,
          settings,
          session,
          own,
          current,
          resolveProxy,
          isOnline: () => net.isOnline(),
          log,
          now: wallClock,
        },
        words,
      ),
      words,
      email: () => own.known()?.helpDesk.email ?? settings.get().helpDeskEmail,
      clipboard,
      open,
      askWhere: (name) => confirmDialogs.askWhereToSave(join(app.getPath('documents'), name)),
      write: writeAtomically,
      log,
      today: () => new Date(),
    }),
    ...mediaHandlers({
      platform,
      readFacts,
      preferences: systemPreferences,
      open,
      restartSound: soundRestarter({
        metrics: () => app.getAppMetrics(),
        kill: (pid) => void process.kill(pid),
      }),
    }),
  };
}
