import {
  diagnose,
  refusedName,
  type Diagnosis,
  type Opening,
  type Signal,
} from '../../../../shared/devices/diagnose.ts';
import { nothingTold, type SystemFacts } from '../../../../shared/devices/system-facts.ts';
import type { MediaKind } from '../../../../shared/calls/media.ts';
import { openedAs } from '../../media/opened-as.ts';
import { lookEveryMs } from '../../media/use-system-facts.ts';
import type { Result } from '../../../../shared/result.ts';

/** A device as the page shows it; `track` belongs to the probe. */
export type Probed = {
  readonly diagnosis: Diagnosis;
  readonly track: MediaStreamTrack | null;
  readonly system: SystemFacts;
  /** The one that was open was pulled out, and another is open in its place. */
  readonly isReplaced: boolean;
};

type Deps = {
  readonly kind: MediaKind;
  readonly open: () => Promise<Result<MediaStreamTrack, Diagnosis>>;
  readonly look: () => Promise<SystemFacts>;
  readonly count: () => Promise<number | null>;
  /** The browser has lost the system's sound: it is brought back. */
  readonly restartSound: () => Promise<unknown>;
  /** Tells whenever it has heard or seen something new about the track, until the returned function is called. */
  readonly follow: (track: MediaStreamTrack, tell: (signal: Signal) => void) => () => void;
  /** Something was plugged in or out, until the returned function is called. */
  readonly onPlug: (listener: () => void) => () => void;
  readonly tell: (probed: Probed) => void;
};

/**
 * Holds one device open, says how it does, and sees by itself when what was in the way is gone. `stop` closes it; `retry`
 * opens it anew at once.
 */
export function probeDevice(deps: Deps): { stop(): void; retry(): Promise<void> } {
  const { kind, open, look, count, restartSound, follow, onPlug, tell } = deps;
  let system = nothingTold;
  let listed: number | null = null;
  let opening: Opening = { name: 'opening' };
  let track: MediaStreamTrack | null = null;
  /** The id of the one that was pulled out. */
  let lost: string | null = null;
  let signal: Signal = 'not-yet';
  let unfollow = (): void => undefined;
  let isBusy = false;
  let isOver = false;

  /** Of the device itself, where the system tells which one is the default. */
  const idOf = (now: MediaStreamTrack): string => {
    const { id } = openedAs(now);
    return (id === 'default' && system.devices?.find(({ isDefault }) => isDefault)?.id) || id;
  };
  const say = (): void => {
    const isReplaced = track !== null && lost !== null && idOf(track) !== lost;
    if (!isOver) tell({ diagnosis: diagnose({ kind, system, listed, opening }), track, system, isReplaced });
  };
  const close = (): void => {
    unfollow();
    track?.stop();
    track = null;
  };
  const opened = (now: MediaStreamTrack): void => {
    track = now;
    signal = 'not-yet';
    const tellOpen = (): void => {
      opening = { name: 'open', ...openedAs(now), muted: now.muted, signal };
      say();
    };
    const stopFollowing = follow(now, (next) => {
      if (next === signal) return;
      signal = next;
      tellOpen();
    });
    const ended = (): void => {
      lost = idOf(now);
      close();
      opening = { name: 'ended' };
      say();
      void refresh();
    };
    now.addEventListener('mute', tellOpen);
    now.addEventListener('unmute', tellOpen);
    // The browser ends a track when its device is pulled out.
    now.addEventListener('ended', ended);
    unfollow = () => {
      stopFollowing();
      now.removeEventListener('mute', tellOpen);
      now.removeEventListener('unmute', tellOpen);
      now.removeEventListener('ended', ended);
    };
    tellOpen();
  };

  async function retry(): Promise<void> {
    if (isBusy || isOver) return;
    isBusy = true;
    close();
    const result = await open();
    isBusy = false;
    if (isOver) {
      if (result.ok) result.value.stop();
      return;
    }
    if (result.ok) opened(result.value);
    else {
      const failure = failedOf(result.error);
      // What was pulled out has not been plugged in again: that it is missing is no news.
      if (opening.name !== 'ended' || !isMissing(failure)) opening = failure;
      say();
    }
    await refresh();
  }

  async function refresh(): Promise<void> {
    const [nextSystem, nextListed] = await Promise.all([look(), count()]);
    if (isOver) return;
    const isNews = JSON.stringify([nextSystem, nextListed]) !== JSON.stringify([system, listed]);
    system = nextSystem;
    listed = nextListed;
    if (isNews) say();
  }

  /** What no event announces: a switch that was turned, a program that was closed. */
  async function lookAgain(): Promise<void> {
    if (isBusy) return;
    // Of a camera that is open the system knows nothing more, and looking for who holds it takes main some work.
    if (track !== null && kind === 'camera') return;
    await refresh();
    // Asking for what the system refuses would only fail again.
    if (track !== null || refusedName(system) !== null) return;
    if (kind === 'microphone' && listed === 0 && (system.present ?? 0) > 0) await restartSound();
    await retry();
  }

  const timer = setInterval(() => void lookAgain(), lookEveryMs);
  const unplug = onPlug(() => {
    if (track === null) void retry();
    else void refresh();
  });
  void retry();
  return {
    stop() {
      isOver = true;
      clearInterval(timer);
      unplug();
      close();
    },
    retry,
  };
}

type Failure = Extract<Opening, { readonly name: 'failed' }>;
const failedOf = ({ error }: Diagnosis): Failure => ({ name: 'failed', error: error ?? 'unknown' });
const isMissing = ({ error }: Failure): boolean =>
  error === 'NotFoundError' || error === 'OverconstrainedError';
