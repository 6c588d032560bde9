import { createRandom } from '../../src/service/hostile/random.ts';

/** How a connection is lost or repaired, each driven from outside the app. */
export const ways = [
  'signal-cut',
  'signal-away',
  'media-away',
  'told-to-resume',
  'told-to-reconnect',
  'told-to-leave',
  'interrupted-reconnect',
  'short-loss',
  'long-loss',
  'flapping',
  'sleep',
  'other-address',
  'server-restart',
  'room-deleted',
  'put-out',
] as const;
export type Way = (typeof ways)[number];

/** What else happens while the connection is away. */
const meanwhiles = [
  'nothing',
  'turned-over',
  'turned-over-twice',
  'muted-by-moderator',
  'right-taken',
  'key-released',
  'page-hidden',
  'unplugged',
] as const;
export type Meanwhile = (typeof meanwhiles)[number];

export type Source = 'microphone' | 'camera';

export type Plan = {
  readonly seed: number;
  readonly way: Way;
  readonly meanwhile: Meanwhile;
  /** The app is one with Chromium's false devices: a camera, and a microphone that is no sound server's. */
  readonly hasCamera: boolean;
  /** What is on before. */
  readonly on: Readonly<Record<Source, boolean>>;
  /** Of the loss, 0..1: what that means in seconds is the way's business. */
  readonly length: number;
  /** When the other thing happens: from 0, as it begins, over 0.5, as it ends, to 1, some seconds later. */
  readonly moment: number;
};

/** The seeds of so many runs from `first` on are consecutive: the ways come in turn, so that each is run equally often. */
export function planRun(seed: number): Plan {
  const random = createRandom(seed);
  // As often in each way, since the number of ways is odd.
  const hasCamera = seed % 2 === 0;
  const fraction = (): number => random.int(1000) / 1000;
  // Chromium's false devices, without which there is no camera here, cannot be pulled out.
  const possible = meanwhiles.filter((each) => !(hasCamera && each === 'unplugged'));
  const meanwhile = fraction() < 0.2 ? 'nothing' : random.pick(possible);
  // The key talks for whoever has their microphone off.
  const isMicrophoneOn = fraction() < 0.7 && meanwhile !== 'key-released';
  return {
    seed,
    way: ways[seed % ways.length] as Way,
    hasCamera,
    meanwhile,
    on: { microphone: isMicrophoneOn, camera: hasCamera && fraction() < 0.7 },
    length: fraction(),
    moment: fraction(),
  };
}
