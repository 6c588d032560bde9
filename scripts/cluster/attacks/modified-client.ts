import { setTimeout as sleep } from 'node:timers/promises';
import { enterWithMedia, type MediaPerson } from '../../probe/media-person.ts';

/** One stay in a room: when it began and ended (ms, `performance.now`), and what LiveKit said on entering, as text. */
export type Visit = { readonly from: number; readonly to: number; readonly told: string };

/** A client that obeys nobody: it keeps the freshest token that LiveKit handed it, and comes back with it. */
export type ModifiedClient = {
  readonly visits: readonly Visit[];
  readonly isIn: () => boolean;
  /** How often LiveKit, or what stands before it, did not let it in. */
  readonly refusals: () => number;
  /** Stops coming back, leaves, and resolves once it has left. */
  readonly stop: () => Promise<void>;
};

type Given = {
  readonly livekitUrl: string;
  readonly token: string;
  /** Appended to the address, e.g. `&publish=a`. */
  readonly query?: string;
  /** Asks the service for another token where the one in hand opens nothing; null: none is given. */
  readonly askAgain?: () => Promise<string | null>;
};

/** Between two tries (ms): as fast as is of use. */
const pauseMs = 50;
const triesBeforeAsking = 5;
/** A protobuf message keeps its strings readable. */
/** With what LiveKit's messages begin: the number of the protobuf member. */
const [joined, leave] = ['\n', 'B'];
const tokenIn = (message: string): string | undefined => /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(message)?.[0];

/** Enters as far as signalling goes, which is enough to take a place and to read who is there. */
export function comeBackForEver({ livekitUrl, token, query = '', askAgain }: Given): ModifiedClient {
  const visits: Visit[] = [];
  let refusals = 0;
  let freshest = token;
  let socket: WebSocket | null = null;
  let isIn = false;
  const stopped = new AbortController();

  async function visit(): Promise<void> {
    const closed = Promise.withResolvers<void>();
    let from = 0;
    let told = '';
    socket = new WebSocket(`${livekitUrl}/rtc?access_token=${freshest}&protocol=16&sdk=js${query}`);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }) => {
      const text = Buffer.from(data as ArrayBuffer).toString();
      if (from === 0 && text.startsWith(joined)) [from, told, isIn] = [performance.now(), text, true];
      if (text.startsWith(leave)) socket?.close();
      freshest = tokenIn(text) ?? freshest;
    });
    socket.addEventListener('error', () => closed.resolve());
    socket.addEventListener('close', () => closed.resolve());
    await closed.promise;
    isIn = false;
    if (from === 0) {
      refusals += 1;
      if (refusals % triesBeforeAsking === 0) freshest = (await askAgain?.()) ?? freshest;
    } else visits.push({ from, to: performance.now(), told });
  }
  const coming = (async () => {
    while (!stopped.signal.aborted) {
      await visit();
      await sleep(pauseMs);
    }
  })();
  return {
    visits,
    isIn: () => isIn,
    refusals: () => refusals,
    async stop() {
      stopped.abort();
      socket?.close();
      await coming;
    },
  };
}

/** The same with LiveKit's own client and a microphone that sends. */
export function comeBackWithMedia({
  livekitUrl,
  token,
}: Pick<Given, 'livekitUrl' | 'token'>): ModifiedClient {
  const visits: Visit[] = [];
  let refusals = 0;
  let freshest = token;
  let inside: MediaPerson | null = null;
  const stopped = new AbortController();

  const coming = (async () => {
    while (!stopped.signal.aborted) {
      inside = await enterWithMedia({ livekitUrl, livekitToken: freshest }).catch(() => null);
      if (inside) {
        const { room, gone } = inside;
        const from = performance.now();
        const told = `${room.name} ${[...room.remoteParticipants.values()].map(({ name }) => name).join()}`;
        // It may be put out before its microphone is on.
        void inside.speak(880).catch(() => undefined);
        await gone;
        freshest = room.token ?? freshest;
        visits.push({ from, to: performance.now(), told });
        inside = null;
      } else refusals += 1;
      await sleep(pauseMs);
    }
  })();
  return {
    visits,
    isIn: () => inside !== null,
    refusals: () => refusals,
    async stop() {
      stopped.abort();
      await inside?.leave();
      await coming;
    },
  };
}
