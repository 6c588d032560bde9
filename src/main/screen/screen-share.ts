import type { Log } from '../log/log.ts';
import type { SharingFollower } from './follow-sharing.ts';

type Deps = {
  readonly sign: SharingFollower;
  readonly tellPage: () => void;
  /** Ends the page, and what it captures. */
  readonly condemnPage: () => void;
  readonly log: Pick<Log, 'info'>;
};

/** Whether the page shares something, as far as main knows: it granted it, and nobody has ended it since. */
export type ScreenShare = {
  setPresence(isInMeeting: boolean): void;
  mayBegin(): boolean;
  begin(): void;
  /** Aborted once the page is gone, or nobody is in this meeting any more. */
  untilGone(): AbortSignal;
  /** Asks the page to stop. One that does not is ended. */
  stop(): void;
  /** The page says that it has stopped. */
  stopped(): void;
  /** Reloaded, crashed: what it captured is captured no more. */
  pageGone(): void;
};

/** Ms that a page has for it. */
const stopWithin = 3000;

export function keepSharing({ sign, tellPage, condemnPage, log }: Deps): ScreenShare {
  let isSharing = false;
  let isPresent = false;
  let pending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopped = (): void => {
    clearTimeout(timer);
    if (isSharing) log.info('a screen is shared no more');
    isSharing = false;
    sign.end();
  };
  /** What is being asked is asked in vain. */
  const withdraw = (): void => {
    pending.abort();
    pending = new AbortController();
  };
  const stop = (): void => {
    if (!isSharing) return;
    clearTimeout(timer);
    timer = setTimeout(condemnPage, stopWithin);
    tellPage();
  };
  return {
    setPresence(isInMeeting) {
      isPresent = isInMeeting;
      if (isInMeeting) return;
      withdraw();
      stop();
    },
    mayBegin: () => isPresent && !isSharing,
    begin() {
      isSharing = true;
      log.info('a screen is shared');
      sign.begin();
    },
    untilGone: () => pending.signal,
    stop,
    stopped,
    pageGone() {
      withdraw();
      stopped();
    },
  };
}
