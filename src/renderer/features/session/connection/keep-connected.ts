import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';
import type { MediaConnection, ConnectionLoss } from './connect-room.ts';
import { backOffMs } from './back-off.ts';
import { watchAccess, type MeetingAccess } from './watch-access.ts';

/** `reconnecting` once we have been in the room; livekit-client's own short repairs are not counted here. */
export type ConnectionStatus = 'idle' | 'connecting' | 'connected' | 'reconnecting';

type Deps = {
  readonly connection: MediaConnection;
  readonly access: MeetingAccess;
  readonly random: () => number;
  /** Resolves after so many ms, or as soon as the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly report: (state: ConnectionStatus) => void;
};

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
