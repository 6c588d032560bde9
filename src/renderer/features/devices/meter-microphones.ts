import { unprocessed } from '../media/sound-processing.ts';
import { watchSound } from '../media/watch-sound.ts';

/** By the device's id: 0..1 now, and the loudest of the last seconds. Those that do not open are missing. */
export type Levels = ReadonlyMap<string, { readonly now: number; readonly recent: number }>;

/** Ms in which the loudest counts. */
const recentMs = 2000;
const tellEveryMs = 100;

type Capture = Pick<MediaDevices, 'getUserMedia'>;

/**
 * Opens the microphones with these ids beside one another, each as it is, and tells what they hear until the returned
 * function is called. What they hear goes nowhere.
 */
export function meterMicrophones(
  ids: readonly string[],
  tell: (levels: Levels) => void,
  capture: Capture = navigator.mediaDevices,
): () => void {
  const levels = new Map<string, { now: number; recent: number }>();
  const closing: (() => void)[] = [];
  let isOver = false;

  async function openAll(): Promise<void> {
    // One after another: each may make the system's sound stop for a moment.
    for (const id of ids) {
      if (isOver) return;
      const track = await openOne(id, capture);
      if (!track) continue;
      if (isOver) track.stop();
      else closing.push(follow(id, track));
    }
  }

  function follow(id: string, track: MediaStreamTrack): () => void {
    const heard: { at: number; level: number }[] = [];
    const stop = watchSound(track, ({ level }) => {
      const at = performance.now();
      heard.push({ at, level });
      while (heard[0] && heard[0].at < at - recentMs) heard.shift();
      levels.set(id, { now: level, recent: Math.max(...heard.map((each) => each.level)) });
    });
    return () => {
      stop();
      track.stop();
    };
  }

  void openAll();
  const timer = setInterval(() => tell(new Map(levels)), tellEveryMs);
  return () => {
    isOver = true;
    clearInterval(timer);
    closing.forEach((close) => close());
  };
}

/** Null for one that does not open: the page says of the chosen one why, and the others have no meter. */
async function openOne(id: string, capture: Capture): Promise<MediaStreamTrack | null> {
  try {
    const audio = { deviceId: { exact: id }, ...unprocessed };
    return (await capture.getUserMedia({ audio })).getAudioTracks()[0] ?? null;
  } catch {
    return null;
  }
}
