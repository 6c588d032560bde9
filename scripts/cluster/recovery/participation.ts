import { randomUUID } from 'node:crypto';
import { keepCurrentMeeting } from '../../../src/client/current-meeting.ts';
import { connectMeetingEvents } from '../../../src/client/meeting-events.ts';
import { meetingCalls } from '../../../src/client/meeting-calls.ts';
import { connectService } from '../../../src/client/service-client.ts';
import type { Failure } from '../../../src/shared/failure.ts';
import type { RoomAdmission } from '../../../src/shared/calls/meeting.ts';
import type { Admission, EndReason } from '../../../src/shared/meeting.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';

/** Why a participation is over; `unheard`: without an event that says so. */
export type Over = EndReason | 'unheard';

/** Somebody who is in a meeting by the app's own calls and events, without its window. */
export type Participation = {
  /** The latest; null once it is over. */
  admission(): RoomAdmission | null;
  /** Called for each new admission, and at the end. Returns the function that stops listening. */
  onChange(listener: () => void): () => void;
  /** Asks the service for a fresh admission, as the event `rejoin` does by itself. */
  rejoin(): Promise<Result<RoomAdmission, Failure>>;
  end(reason: Over): void;
  /** Null while it goes on. */
  over(): Over | null;
  /** Listens no more; the service is told nothing. */
  stop(): void;
};

export function takePart(origin: string, admitted: Admission): Participation {
  const listeners = new Set<() => void>();
  let over: Over | null = null;
  const meeting = keepCurrentMeeting({
    eventsAt: (at) => connectMeetingEvents({ origin: at, fetch, random: Math.random }),
    announce(_name, payload) {
      if (typeof payload !== 'object' || !('type' in payload)) return;
      if (payload.type === 'ended') end(payload.reason);
      else if (payload.type === 'rejoin') void rejoin();
    },
    allowMedia: () => undefined,
    onPresence: () => undefined,
    now: () => performance.now(),
  });
  const calls = meetingCalls({
    serviceAt: (at) => connectService({ origin: at, fetch, appVersion: '9.9.9' }),
    ownServer: () => origin,
    servers: { admits: async (at) => at === origin },
    session: { accessToken: async () => ok(null), refused: () => undefined },
    current: meeting,
    settings: { rememberName: () => undefined },
    newKey: randomUUID,
    serviceTime: () => Date.now(),
  });
  let current: RoomAdmission | null = meeting.enter(admitted, origin);

  function change(next: RoomAdmission | null): void {
    current = next;
    for (const listener of listeners) listener();
  }
  function end(reason: Over): void {
    over ??= reason;
    change(null);
  }
  async function rejoin(): Promise<Result<RoomAdmission, Failure>> {
    const answer = await calls['meeting:rejoin']();
    if (answer.ok) {
      // Nobody waits here who was in already.
      if ('waiting' in answer.value) return err({ code: 'app-error' });
      if (current !== null) change(answer.value);
      return ok(answer.value);
    }
    if (current === null) return answer;
    if (answer.error.code === 'meeting-over') end('unheard');
    else if (answer.error.code === 'removed') end('removed');
    return answer;
  }
  return {
    admission: () => current,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rejoin,
    end,
    over: () => over,
    stop: meeting.forget,
  };
}
