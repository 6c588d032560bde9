import type { Handlers } from '../../shared/ipc.ts';
import type { Words } from '../../shared/words/words.ts';
import type { Booted } from '../booted.ts';
import { steadyClock } from '../clocks.ts';
import { createHandlers } from '../handlers/create-handlers.ts';
import type { Services } from '../open-services.ts';
import type { System } from '../open-system.ts';
import type { ScreenShare } from '../screen/screen-share.ts';
import { isOurPageIn } from '../page/security.ts';
import { knownPlatform } from '../platform.ts';
import { answerCalls } from './answer-calls.ts';

type Deps = {
  readonly booted: Booted;
  readonly system: System;
  readonly services: Services;
  readonly screenShare: Pick<ScreenShare, 'stopped'>;
  readonly words: () => Words;
  readonly onPageReady: () => void;
};

/** Answers the calls of the window from now on. Returns the handlers: at its end the app leaves a meeting as the window would. */
export function registerHandlers({
  booted,
  system,
  services,
  screenShare,
  words,
  onPageReady,
}: Deps): Handlers {
  const { settings, window, requestFilter, restart, giveAnswers, log } = booted;
  const handlers = createHandlers({
    platform: knownPlatform(),
    settings,
    requestFilter,
    ...system,
    services,
    screenShare,
    words,
    onPageReady,
    restart,
    log,
  });
  giveAnswers(answerCalls(handlers, { isOurFrame: isOurPageIn(window), log, now: steadyClock }));
  return handlers;
}
