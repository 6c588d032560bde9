import { unprocessed } from '../../media/sound-processing.ts';
import { watchSound } from '../../media/watch-sound.ts';

/**
 * 0..1 now, and the loudest of the last seconds. `waiting`: others are opened first. `opening` until the first measure.
 * `failed`: it does not open.
 */
export type Meter = 'waiting' | 'opening' | 'failed' | { readonly now: number; readonly recent: number };

/** By the device's id. */
export type Meters = ReadonlyMap<string, Meter>;

/** Ms in which the loudest counts. */
const recentMs = 2000;
const tellEveryMs = 100;

type Capture = Pick<MediaDevices, 'getUserMedia'>;

/**
 * Opens the microphones with these ids beside one another, each as it is, and tells how each gets on and what it hears until
 * the returned function is called. What they hear goes nowhere.
 */
export function meterMicrophones(
  ids: readonly string[],
  tell: (meters: Meters) => void,
  capture: Capture = navigator.mediaDevices,
  watch = watchSound,
): () => void {
  const meters = new Map<string, Meter>(ids.map((id) => [id, 'waiting']));
  const closing: (() => void)[] = [];
  let isOver = false;

  async function openAll(): Promise<void> {
    // One after another: each may make the system's sound stop for a moment.
    for (const id of ids) {
      if (isOver) return;
      meters.set(id, 'opening');
      const track = await openOne(id, capture);
      if (!track) meters.set(id, 'failed');
      else if (isOver) track.stop();
      else closing.push(follow(id, track));
    }
  }

  function follow(id: string, track: MediaStreamTrack): () => void {
    const heard: { at: number; level: number }[] = [];
    const stop = watch(track, ({ level }) => {
      const at = performance.now();
      heard.push({ at, level });
      while (heard[0] && heard[0].at < at - recentMs) heard.shift();
      meters.set(id, { now: level, recent: Math.max(...heard.map((each) => each.level)) });
    });
    return () => {
      stop();
      track.stop();
    };
  }

  void openAll();
  const timer = setInterval(() => tell(new Map(meters)), tellEveryMs);
  return () => {
    isOver = true;
    clearInterval(timer);
    closing.forEach((close) => close());
  };
}

/** Null for one that does not open: the page says of the chosen one why, and of the others that they cannot be measured. */
async function openOne(id: string, capture: Capture): Promise<MediaStreamTrack | null> {
  try {
    const audio = { deviceId: { exact: id }, ...unprocessed };
    return (await capture.getUserMedia({ audio })).getAudioTracks()[0] ?? null;
  } catch {
    return null;
  }
}
