import type { DisplayMediaRequestHandlerHandlerRequest, Streams, WebFrameMain } from 'electron';
import { rateLimiter } from '../rate-limiter.ts';
import type { Log } from '../log/log.ts';

/** What may be captured, as Electron takes it. */
export type Captured = { readonly id: string; readonly name: string };

type Deps = {
  /** In a meeting, allowed by the administrator, and nothing is shared yet. */
  readonly mayShare: () => boolean;
  /** Aborted once the page that is there now is gone, or out of its meeting. */
  readonly untilGone: () => AbortSignal;
  /** Asks the user where the page can neither see nor answer; null if they do not want to. */
  readonly choose: (stop: AbortSignal) => Promise<Captured | null>;
  readonly onGranted: () => void;
  /** The page took a permission for another capture than the chosen one: it does not live on to see it. */
  readonly condemnPage: () => void;
  readonly ourFrame: () => WebFrameMain | null;
  readonly log: Pick<Log, 'warn'>;
  /** Ms since any moment. */
  readonly now: () => number;
};

type DisplayRequest = Pick<DisplayMediaRequestHandlerHandlerRequest, 'frame' | 'videoRequested'>;

export type ScreenRequests = {
  /** The page asks for a screen; asked before Electron asks which. */
  readonly onPermission: (answer: (granted: boolean) => void) => void;
  /** Electron asks which. */
  readonly onDisplay: (request: DisplayRequest, answer: (streams: Streams | null) => void) => void;
};

/** More than anybody chooses; a page that means harm buries its user under no more pickers than that. */
const asked = { number: 10, withinMs: 60_000 };

/**
 * Every request of the page for a screen is put to the user, and answered with what they chose, once. There is no other way to a
 * screen: `getUserMedia` with `chromeMediaSource` captures any that the page names, and until Electron 45 neither it nor
 * `getDisplayMedia` says which of them asks. But a granted `getDisplayMedia` asks `onDisplay` before `answer(true)` returns
 * (Electron 33), and the other never does.
 */
export function screenRequests(deps: Deps): ScreenRequests {
  const { mayShare, untilGone, choose, onGranted, condemnPage, ourFrame, log, now } = deps;
  const mayAsk = rateLimiter({ ...asked, now });
  let isAsking = false;
  let chosen: Captured | null = null;

  async function askUser(stop: AbortSignal): Promise<Captured | null> {
    if (isAsking || !mayShare() || !mayAsk()) return null;
    isAsking = true;
    try {
      return await choose(stop);
    } catch (error) {
      log.warn(`nothing could be chosen to share: ${error instanceof Error ? error.name : 'unknown'}`);
      return null;
    } finally {
      isAsking = false;
    }
  }

  async function decide(answer: (granted: boolean) => void): Promise<void> {
    const gone = untilGone();
    const wanted = await askUser(gone);
    // A grant to a page that is gone is asked nothing about, and would count against the page that has come since.
    if (!wanted || gone.aborted || !mayShare()) return answer(false);
    chosen = wanted;
    answer(true);
    if (chosen === null) return;
    chosen = null;
    log.warn('the page asked for a screen by another way than the one that shows the chosen one');
    condemnPage();
  }

  return {
    onPermission: (answer) => void decide(answer),
    onDisplay({ frame, videoRequested }, answer) {
      const granted = chosen;
      chosen = null;
      if (!granted || !videoRequested || frame === null || frame !== ourFrame()) return answer(null);
      onGranted();
      // No sound: what the computer plays has the voices of the others in it.
      answer({ video: { id: granted.id, name: granted.name } });
    },
  };
}
