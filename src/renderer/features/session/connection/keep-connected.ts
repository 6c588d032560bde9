import type { Failure } from '../../../../shared/failure.ts';
import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';
import type { Result } from '../../../../shared/result.ts';
import type { MediaConnection, ConnectionLoss } from './connect-room.ts';
import { mediaRoomOf } from './media-room-of.ts';

/** `reconnecting` once we have been in the room; livekit-client's own short repairs are not counted here. */
export type ConnectionStatus = 'idle' | 'connecting' | 'connected' | 'reconnecting';

/** What the meeting store knows of the room we should be in. */
export type MeetingAccess = {
  /** Null when the phase is no longer the room. */
  admission(): RoomAdmission | null;
  onChange(listener: () => void): () => void;
  /** Asks the service for a fresh admission, which then becomes `admission()`. */
  rejoin(): Promise<Result<RoomAdmission, Failure>>;
  replacedElsewhere(): void;
  /** Ms until the meeting's end by the service's clock. */
  msLeft(): number;
  timeIsUp(): void;
};

type Deps = {
  readonly connection: MediaConnection;
  readonly access: MeetingAccess;
  readonly random: () => number;
  /** Resolves after so many ms, or as soon as the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly report: (state: ConnectionStatus) => void;
};

const firstDelayMs = 500;
const longestDelayMs = 5000;

/** Ms to wait before the try number `attempt` (from 0): 0.5–5 s, spread so that 100 people do not come at once. */
export function backOffMs(attempt: number, random: () => number): number {
  const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt + 1));
  return firstDelayMs + random() * (longest - firstDelayMs);
}

/**
 * Connects to the room of the admission and comes back whenever the connection is lost, until the service says that
 * the meeting is over, the meeting's time is up or `stop` is aborted. Never rejects.
 */
export async function keepConnected(deps: Deps, stop: AbortSignal): Promise<void> {
  const { connection, access, report } = deps;
  let attempt = 0;
  let wasIn = false;
  for (;;) {
    const admission = access.admission();
    if (!admission || stop.aborted) return;
    report(wasIn ? 'reconnecting' : 'connecting');
    let held = false;
    const changed = watchAccess(access, admission, stop, () => held && connection.isTroubled());
    const over = new AbortController();
    const lost = connectAndHold(connection, admission, () => {
      if (changed.signal.aborted) return;
      attempt = 0;
      held = true;
      wasIn = true;
      report('connected');
      void askWhileTroubled(deps, over.signal);
    });
    const loss = await Promise.race([lost, changed.promise]);
    over.abort();
    changed.dispose();
    if (stop.aborted || !access.admission()) return;
    if (loss === 'replaced') return access.replacedElsewhere();
    if (loss === 'changed') {
      // The service moved the room: no waiting, but the old connection first, or it would be a second self.
      await connection.disconnect();
      continue;
    }
    report(wasIn ? 'reconnecting' : 'connecting');
    attempt = await askTheService(deps, admission, attempt, stop);
  }
}

/**
 * While livekit-client repairs a connection the service is asked as well, ever more slowly: a room whose node has died is
 * somewhere else by then, which no repair finds out.
 */
async function askWhileTroubled({ connection, access, random }: Deps, over: AbortSignal): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    await connection.troubledFor(backOffMs(attempt, random), over);
    if (over.aborted) return;
    await access.rejoin();
  }
}

async function connectAndHold(
  connection: MediaConnection,
  admission: RoomAdmission,
  onConnected: () => void,
): Promise<ConnectionLoss> {
  if (!(await connection.connect(admission))) return 'lost';
  const lost = connection.lost();
  onConnected();
  return lost;
}

/** Only the service knows why the room is gone; returns the number of tries so far. */
async function askTheService(
  deps: Deps,
  before: RoomAdmission,
  firstAttempt: number,
  stop: AbortSignal,
): Promise<number> {
  const { access, random, sleep } = deps;
  for (let attempt = firstAttempt; ; attempt++) {
    const changed = watchAccess(access, before, stop, () => true);
    await sleep(backOffMs(attempt, random), changed.signal);
    changed.dispose();
    if (stop.aborted || access.admission() !== before) return attempt;
    if (access.msLeft() === 0) {
      access.timeIsUp();
      return attempt;
    }
    const answer = await access.rejoin();
    if (answer.ok || access.admission() !== before) return attempt + 1;
  }
}

/**
 * Tells when we are to stop, or have an admission to another room than `before`; to the same room only if that is a
 * reason to connect again: neither a poll of the service nor a second call to the same room may interrupt anybody.
 */
function watchAccess(
  access: MeetingAccess,
  before: RoomAdmission,
  stop: AbortSignal,
  sameRoomCounts: () => boolean,
): { readonly promise: Promise<'changed'>; readonly signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const check = (): void => {
    const now = access.admission();
    const elsewhere = now === null || mediaRoomOf(now) !== mediaRoomOf(before);
    if (stop.aborted || (now !== before && (elsewhere || sameRoomCounts()))) controller.abort();
  };
  const promise = new Promise<'changed'>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve('changed'), { once: true });
  });
  const unsubscribe = access.onChange(check);
  stop.addEventListener('abort', check, { once: true });
  check();
  return {
    promise,
    signal: controller.signal,
    dispose: () => {
      unsubscribe();
      stop.removeEventListener('abort', check);
    },
  };
}
