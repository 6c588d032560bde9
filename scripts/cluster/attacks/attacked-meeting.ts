import { setTimeout as sleep } from 'node:timers/promises';
import { RoomServiceClient } from 'livekit-server-sdk';
import { admission, type Admission } from '../../../src/shared/meeting.ts';
import type { Moderation } from '../../../src/shared/moderation.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import { enterHeadless, type HeadlessClient } from '../recovery/headless-client.ts';
import { roomIn } from '../recovery/look-into.ts';
import { codeOf } from '../recovery/code-of.ts';
import { startOwnClock } from '../recovery/own-clock.ts';
import type { Visit } from './modified-client.ts';
import type { Cluster } from '../start-cluster.ts';

/** A meeting whose moderator speaks and in which a witness listens: two apps without a window. Others attack it. */
export type AttackedMeeting = {
  readonly opened: Admission;
  readonly call: ReturnType<typeof meetingCalls>;
  readonly moderate: (wish: Moderation) => Promise<void>;
  /** Takes a seat by the link for participants. */
  readonly join: (displayName: string) => Promise<Admission>;
  /** A fresh token for LiveKit, as the app asks for it; null if the service gives none. */
  readonly askAgain: (who: Admission) => Promise<string | null>;
  /** Who LiveKit says is in the meeting's room of now. */
  readonly present: () => Promise<readonly string[]>;
  /** Asks LiveKit every 50 ms whether this one is in the meeting's room, until stopped: ms, `performance.now`. */
  readonly watch: (identity: string) => { stop(): Promise<{ longest: number; last: number }> };
  /** How often the meeting went to another room, as the witness was told. */
  readonly moves: () => number;
  /** When (ms, `performance.now`) the witness was first told of one; NaN: never. */
  readonly movedAt: () => number;
  /** For how long (ms) of a visit the meeting had the room that was visited. */
  readonly msInside: (visit: Visit) => number;
  /** The longest silence (ms) that the witness heard, from the first sound on. */
  readonly longestSilence: () => number;
  readonly witness: HeadlessClient;
  readonly end: () => Promise<void>;
};

export async function meetingUnderAttack(cluster: Cluster): Promise<AttackedMeeting> {
  const { serviceUrl, livekitApiUrl, apiKey, apiSecret } = cluster;
  const call = meetingCalls(serviceUrl);
  const livekit = new RoomServiceClient(livekitApiUrl, apiKey, apiSecret);
  const opened = await call('openMeeting', {});
  const join = async (displayName: string): Promise<Admission> =>
    admission.parse(await call('join', { code: codeOf(opened), displayName }));
  const invited = await join(witnessName);
  const clock = startOwnClock();
  const [chair, witness] = await Promise.all([
    enterHeadless({ origin: serviceUrl, admission: opened, speaks: true, clock }),
    enterHeadless({ origin: serviceUrl, admission: invited, speaks: false, clock }),
  ]);
  const rooms: { readonly name: string; readonly from: number; to: number }[] = [];
  const following = setInterval(() => {
    const now = witness.admission();
    const last = rooms.at(-1);
    if (now && roomIn(now) !== last?.name) {
      if (last) last.to = performance.now();
      rooms.push({ name: roomIn(now), from: performance.now(), to: Infinity });
    }
  }, 10);
  const present = async (): Promise<readonly string[]> => {
    const listed = await livekit.listParticipants(rooms.at(-1)?.name ?? '');
    return listed.map(({ identity }) => identity);
  };
  return {
    opened,
    call,
    moderate: (wish) => call('moderate', wish, opened.participationToken),
    join,
    askAgain: ({ participationToken }) =>
      call('rejoin', {}, participationToken).then(
        (back) => ('livekitToken' in back ? back.livekitToken : null),
        () => null,
      ),
    present,
    watch(identity) {
      const stopped = new AbortController();
      const seen = { longest: 0, last: 0 };
      const watching = (async () => {
        let since: number | null = null;
        while (!stopped.signal.aborted) {
          const now = performance.now();
          const isIn = (await present().catch((): readonly string[] => [])).includes(identity);
          since = isIn ? (since ?? now) : null;
          if (since !== null) [seen.longest, seen.last] = [Math.max(seen.longest, now - since), now];
          await sleep(50);
        }
      })();
      return {
        async stop() {
          stopped.abort();
          await watching;
          return seen;
        },
      };
    },
    moves: () => rooms.length - 1,
    movedAt: () => rooms[1]?.from ?? Number.NaN,
    msInside({ from, to, told }) {
      const room = rooms.find(({ name }) => told.includes(name));
      return room ? Math.max(0, Math.min(to, room.to) - from) : 0;
    },
    longestSilence: () => witness.pauses.longest(),
    witness,
    async end() {
      clearInterval(following);
      // While the chair still has a seat: who has none ends nothing.
      await call('endMeeting', {}, opened.participationToken);
      await Promise.all([chair.leave(), witness.leave()]);
      clock.stop();
    },
  };
}

/** By it is known whether somebody who came in has read who is there. */
export const witnessName = 'Marie Gérard, témoin';
