import type { Diagnosis } from '../../../../shared/devices/diagnose.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { OwnedLocalTrack } from './owned-local-track.ts';
import { watchTrack, type TrackLoss, type TrackWatch } from './watch-track.ts';

/** What its owner wants of the device. `sending`: to be in the room, muted or not. */
type Held =
  | { readonly name: 'nothing' }
  | { readonly name: 'opening'; readonly outcome: Promise<Opened> }
  | { readonly name: 'ready' | 'sending'; readonly track: OwnedLocalTrack; readonly watch: TrackWatch };

/** Why it does not open. `released`: nobody wants it any more. `not-captured`: what was to be shared cannot be. */
export type OpeningTrouble = Diagnosis | 'released' | 'not-captured';
type Opened = Result<OwnedLocalTrack, OpeningTrouble>;
type OpenedMedia = Result<MediaStreamTrack, OpeningTrouble>;

export type HeldDevice = {
  held(): Held;
  /** Null while the device is closed. */
  track(): OwnedLocalTrack | null;
  /** Concurrent callers share one opening and its result: the preview and the click come close together. */
  ensureOpen(): Promise<Opened>;
  /** One that is open is to be in the room from now on. */
  send(): void;
  close(): void;
};

type Deps = {
  readonly open: () => Promise<OpenedMedia>;
  readonly wrap: (media: MediaStreamTrack) => OwnedLocalTrack;
  /** What is held, or what one shows of it. */
  readonly changed: () => void;
  readonly lost: (loss: TrackLoss) => void;
  /** By somebody else than us. */
  readonly stopped: () => void;
  readonly ended: () => void;
};

/** Opens one device, once at a time, and closes it again where it was released in the meantime. */
export function createHeldDevice({ open, wrap, changed, lost, stopped, ended }: Deps): HeldDevice {
  let held: Held = { name: 'nothing' };
  const hold = (next: Held): void => {
    held = next;
    changed();
  };

  function take(opened: OpenedMedia, isWanted: boolean): Opened {
    if (!isWanted) {
      if (opened.ok) opened.value.stop(); // it was released in the meantime
      return err('released');
    }
    if (!opened.ok) {
      hold({ name: 'nothing' });
      return opened;
    }
    const track = wrap(opened.value);
    hold({ name: 'ready', track, watch: watchTrack(track, { changed, lost, stopped, ended }) });
    return ok(track);
  }

  return {
    held: () => held,
    track: () => ('track' in held ? held.track : null),
    ensureOpen() {
      if ('track' in held) return Promise.resolve(ok(held.track));
      if (held.name === 'opening') return held.outcome;
      const outcome = open().then((opened) => take(opened, held === opening));
      const opening: Held = { name: 'opening', outcome };
      hold(opening);
      return outcome;
    },
    send() {
      if (held.name === 'ready') hold({ ...held, name: 'sending' });
    },
    close() {
      if ('track' in held) {
        held.watch.end();
        held.track.device.close();
      }
      if (held.name !== 'nothing') hold({ name: 'nothing' });
    },
  };
}
