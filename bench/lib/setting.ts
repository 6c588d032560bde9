import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RoomServiceClient } from 'livekit-server-sdk';
import { startSoundCard } from '../../e2e/support/media/sound-card.ts';
import type { Electron } from '../../scripts/runtimes/electron.ts';
import { startStack, type Stack } from '../../scripts/stack/start-stack.ts';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { launch, startToEnd, type Launch, type Measured } from './launch.ts';
import type { Programs } from './programs.ts';
import { watchWindows, type WindowWatch } from './windows.ts';

/** All that a measurement works with: real servers, a real sound card, a screen. */
export type Setting = {
  readonly guard: Guard;
  readonly electron: Electron;
  readonly programs: Programs;
  readonly stack: Stack;
  readonly livekit: RoomServiceClient;
  readonly windows: WindowWatch;
  /** How many pairs a row is measured with. */
  readonly pairs: number;
  /** Starts one of the programs against the stack, with the sound card. */
  start(side: keyof Programs, options: Omit<Launch, 'program' | 'env'> & Extra): Promise<Measured>;
  /** Starts the app once more on a profile that is in use: it hands the link over and ends. */
  handOver(userData: string, link: string): Promise<void>;
  /** A user data folder that nobody has used. */
  newProfile(): Promise<string>;
};
type Extra = { readonly env?: Readonly<Record<string, string>> };

export type Given = Pick<Setting, 'guard' | 'electron' | 'programs' | 'pairs'>;

export async function openSetting(given: Given): Promise<Setting & { close(): Promise<void> }> {
  const { guard, programs } = given;
  const stack = await startStack({});
  const sound = await startSoundCard(guard);
  await sound.speak(440);
  const profiles = await mkdtemp(path.join(tmpdir(), 'visio-bench-'));
  guard.removeAtEnd(profiles);
  const server = { VISIO_SERVER_URL: stack.serviceUrl };
  return {
    ...given,
    stack,
    livekit: new RoomServiceClient(stack.livekitUrl.replace(/^ws/, 'http'), stack.apiKey, stack.apiSecret),
    windows: watchWindows(guard),
    start: (side, { env, ...options }) =>
      launch(guard, { ...options, program: programs[side], env: { ...sound.env, ...server, ...env } }),
    handOver: (userData, link) =>
      startToEnd(guard, { userData, link, program: programs.app, env: { ...sound.env, ...server } }),
    newProfile: () => mkdtemp(path.join(profiles, 'profile-')),
    async close() {
      await sound.stop();
      await stack.stop();
    },
  };
}

/** What makes the bare program the page that meets. */
export const bareMeeting = ({ stack }: Pick<Setting, 'stack'>): Readonly<Record<string, string>> => ({
  BARE_LIVEKIT_URL: stack.livekitUrl,
  BARE_API_KEY: stack.apiKey,
  BARE_API_SECRET: stack.apiSecret,
});
