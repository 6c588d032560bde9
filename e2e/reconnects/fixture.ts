import { createInterface } from 'node:readline';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { RoomServiceClient, TrackSource, type ParticipantInfo } from 'livekit-server-sdk';
import type { Electron } from '../../scripts/runtimes/electron.ts';
import { meetingCalls, Refused } from '../../scripts/probe/meeting-calls.ts';
import { peopleInRoom } from '../../scripts/probe/people-in-room.ts';
import { startStack, type Stack } from '../../scripts/stack/start-stack.ts';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { mediaRoomOf } from '../../src/renderer/features/session/connection/media-room-of.ts';
import type { Admission } from '../../src/shared/meeting.ts';
import type { Moderation } from '../../src/shared/moderation.ts';
import { checkoutProgram } from '../support/app/app-program.ts';
import { orange } from '../support/media/camera.ts';
import { closeNetwork, type ClosedNetwork } from '../support/network/closed-network.ts';
import { chooseMicrophone, forApp, joinAs } from '../support/page/journey.ts';
import { launchApp, type RunningApp } from '../support/app/launch-app.ts';
import type { Source } from './plan.ts';
import { startRelay, type Relay } from './relay.ts';

/** One app in a meeting, a network between it and the rest that can be broken, and somebody at the other end who measures. */
export type Fixture = {
  readonly app: RunningApp;
  readonly relay: Relay;
  readonly network: ClosedNetwork;
  readonly stack: Stack;
  readonly hasCamera: boolean;
  /** Whether sound and pictures arrived in the last fifth of a second; null while the other end is away itself. */
  received(): Readonly<Record<Source, boolean>> | null;
  /** As the meeting's moderator. */
  moderate(wish: (identity: string) => Moderation): Promise<void>;
  /**
   * As the meeting's moderator, who with `untilReached` asks again while the service does not reach the media server; @throws
   * whatever else keeps it from taking place.
   */
  mute(wish: { readonly untilReached: boolean }): Promise<Muting>;
  /** Behind the service's back. */
  deleteRoom(): Promise<void>;
  putOut(): Promise<void>;
  close(): Promise<void>;
};

/** `nobody-there`: the media server had no microphone of that person at the moment. */
export type Muting = 'took-place' | 'nobody-there';

const guestName = 'Marie Gérard';
const listenerProgram = path.join(import.meta.dirname, 'listener.ts');

type Setting = { readonly guard: Guard; readonly electron: Electron; readonly number: number };

/** `number`: of several worlds at a time. Only root may make networks. */
export async function openFixture(
  { guard, electron, number }: Setting,
  hasCamera: boolean,
): Promise<Fixture> {
  const network = await closeNetwork(guard, number);
  try {
    return await peopleWorld({ guard, electron, network }, hasCamera);
  } catch (error) {
    // Gone already if somebody was in it.
    await network.remove().catch(() => undefined);
    throw error;
  }
}

async function peopleWorld(
  { guard, electron, network }: Omit<Setting, 'number'> & { readonly network: ClosedNetwork },
  hasCamera: boolean,
): Promise<Fixture> {
  const relay = await startRelay();
  const stack = await startStack({
    serviceEnv: { VISIO_LIVEKIT_PUBLIC_URL: `ws://127.0.0.1:${relay.port}` },
    network: { namespace: network.namespace, address: network.inside },
  });
  relay.to(Number(new URL(stack.livekitUrl).port), network.inside);
  const call = meetingCalls(stack.serviceUrl);
  let moderator: Admission = await call('openMeeting', {});
  const listener = listenThere({ guard, network, url: stack.livekitUrl }, async () => {
    const again = await call('rejoin', {}, moderator.participationToken);
    if (!('waiting' in again)) moderator = again;
    return moderator.livekitToken;
  });
  async function endAround(): Promise<void> {
    listener.stop();
    await stack.stop();
    relay.cut();
    await network.remove();
  }
  const app = await enterApp(
    { guard, electron },
    stack,
    moderator.meeting.links.participant,
    hasCamera,
  ).catch(async (error: unknown) => {
    await endAround();
    throw error;
  });
  const rooms = new RoomServiceClient(stack.livekitUrl.replace(/^ws/, 'http'), stack.apiKey, stack.apiSecret);
  // Of one meeting, which may be on its way to another room.
  const guestIn = async (): Promise<ParticipantInfo | undefined> => {
    const people = (await rooms.listRooms()).map(({ name }) => peopleInRoom(rooms, name));
    return (await Promise.all(people)).flat().find(({ name }) => name === guestName);
  };
  // Known before anything is broken, and the same however often they come back.
  const { identity } = await untilThere(guestIn);
  return {
    app,
    relay,
    network,
    stack,
    hasCamera,
    received: listener.received,
    async moderate(wish) {
      await call('moderate', wish(identity), moderator.participationToken);
    },
    async mute({ untilReached }) {
      const wish = { action: 'mute', target: identity } as const;
      const deadline = performance.now() + (untilReached ? 30_000 : 0);
      for (;;) {
        try {
          await call('moderate', wish, moderator.participationToken);
          break;
        } catch (error) {
          if (isNobody(error)) return 'nobody-there';
          if (!isOutOfReach(error) || performance.now() >= deadline) throw error;
          await wait(200);
        }
      }
      // Whom LiveKit does not have at the moment the service mutes without a word.
      const guest = await guestIn();
      const isMuted = guest?.tracks.some(({ source, muted }) => source === TrackSource.MICROPHONE && muted);
      return isMuted ? 'took-place' : 'nobody-there';
    },
    deleteRoom: async () => rooms.deleteRoom(mediaRoomOf(moderator)),
    async putOut() {
      await rooms.removeParticipant(mediaRoomOf(moderator), identity);
    },
    async close() {
      try {
        await app.close();
      } finally {
        await endAround();
      }
    },
  };
}

/** The service's word that nobody of that identity ever was in the meeting. */
const isNobody = (error: unknown): boolean =>
  error instanceof Refused &&
  error.type === 'urn:visio-agents:failure:bad-request' &&
  error.field === 'target';

const isOutOfReach = (error: unknown): boolean =>
  error instanceof Refused && error.type === 'urn:visio-agents:failure:media-unreachable';

async function untilThere(find: () => Promise<ParticipantInfo | undefined>): Promise<ParticipantInfo> {
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; await wait(200)) {
    const found = await find();
    if (found) return found;
  }
  throw new Error('the guest does not come into the room');
}

async function enterApp(
  { guard, electron }: Pick<Setting, 'guard' | 'electron'>,
  { serviceUrl }: Stack,
  link: string,
  hasCamera: boolean,
): Promise<RunningApp> {
  const app = await launchApp(
    { program: checkoutProgram(electron), serverUrl: serviceUrl, guard },
    { microphone: 440, link: forApp(link), ...(hasCamera ? { camera: orange } : {}) },
  );
  await joinAs(app.page, guestName);
  await chooseMicrophone(app.page);
  return app;
}

type There = { readonly guard: Guard; readonly network: ClosedNetwork; readonly url: string };

/** Beside LiveKit, on its side of the network; comes back whenever it was thrown out. */
function listenThere(
  { guard, network, url }: There,
  askForToken: () => Promise<string>,
): { received(): Readonly<Record<Source, boolean>> | null; stop(): void } {
  let last: { readonly at: number; readonly said: Readonly<Record<Source, boolean>> } | null = null;
  let isOver = false;
  let end = (): void => undefined;
  const start = async (): Promise<void> => {
    const token = await askForToken().catch(() => null);
    if (isOver) return;
    if (token === null) return void setTimeout(() => void start(), 500);
    const child = guard.spawn('ip', ['netns', 'exec', network.namespace, process.execPath, listenerProgram], {
      env: { ...process.env, LIVEKIT_URL: url, LIVEKIT_TOKEN: token },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    end = () => void child.stdin?.end();
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        last = { at: performance.now(), said: JSON.parse(line) as Record<Source, boolean> };
      });
    child.once('exit', () => {
      last = null;
      if (!isOver) setTimeout(() => void start(), 300);
    });
  };
  void start();
  return {
    received: () => (last && performance.now() - last.at < 1000 ? last.said : null),
    stop() {
      isOver = true;
      end();
    },
  };
}
