import { endsParticipation, type Failure } from '../shared/failure.ts';
import type { HandlersOf } from '../shared/calls/call-table.ts';
import type { Joined, meetingCallTable, RoomAdmission } from '../shared/calls/meeting.ts';
import type { Admission, Waiting } from '../shared/meeting.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { CurrentMeetingKeeper, Seat } from './current-meeting.ts';
import { listOwnMeetings } from './own-meetings.ts';
import type { ServiceClient } from './service-client.ts';
import { asAgent, asAgentOrGuest, type AgentTokens } from './as-agent.ts';

type Deps = {
  readonly serviceAt: (origin: string) => ServiceClient;
  /** Origin of the service that meetings are opened on; '' while nobody has said where it is. */
  readonly ownServer: () => string;
  /** Whether anything may be sent to a service that a link names. */
  readonly servers: { admits(origin: string): Promise<boolean> };
  readonly session: AgentTokens;
  readonly current: CurrentMeetingKeeper;
  readonly settings: { rememberName(name: string): void };
  readonly newKey: () => string;
  /** What time it is at that service, in ms since the epoch. */
  readonly serviceTime: (origin: string) => number;
};
export type MeetingCalls = HandlersOf<typeof meetingCallTable>;

/** What the window asks about meetings: one call of the service each, and what is remembered of it. */
export function meetingCalls(deps: Deps): MeetingCalls {
  const { serviceAt, ownServer, servers, session, current, settings, newKey } = deps;
  const ownMeetings = listOwnMeetings(deps);
  const elsewhere = err<Failure>({ code: 'server-not-allowed' });
  /** Counts the requests to enter or leave a meeting: an answer that arrives after a later request is undone. */
  let latestRequest = 0;
  /** The way back that is being asked for, and which request it is. */
  let wayBack: { readonly request: number; readonly answer: Promise<Result<Joined, Failure>> } | null = null;

  async function enter(
    origin: string,
    ask: (service: ServiceClient) => Promise<Result<Admission | Waiting, Failure>>,
    undo: 'endMeeting' | 'leave',
  ): Promise<Result<Joined, Failure>> {
    latestRequest += 1;
    const request = latestRequest;
    const service = serviceAt(origin);
    const answer = await ask(service);
    if (!answer.ok) return answer;
    if (request === latestRequest) return ok(takeIn(answer.value, origin));
    const now = current.get();
    // Unless it is the very meeting that the later request was for.
    const meetingId = 'waiting' in answer.value ? null : answer.value.meeting.id;
    if (!now?.present || now.admission.meeting.id !== meetingId) {
      await service.call(undo, {}, { token: answer.value.participationToken });
    }
    return err({ code: 'app-error' });
  }

  async function rejoin({ origin, token }: Seat): Promise<Result<Joined, Failure>> {
    const request = latestRequest + 1;
    const back = await enter(origin, (service) => service.call('rejoin', {}, { token }), 'leave');
    if (wayBack?.request === request) wayBack = null;
    const seat = current.seat();
    const isOver = !back.ok && endsParticipation(back.error.code);
    // They may be in another meeting by now.
    if (isOver && seat.ok && seat.value.token === token) current.forget();
    return back;
  }

  function takeIn(answer: Admission | Waiting, origin: string): Joined {
    if (!('waiting' in answer)) return current.enter(answer, origin);
    current.wait({ origin, token: answer.participationToken });
    return { waiting: true };
  }

  /** Whoever opens a meeting does not wait before it. */
  const asAdmitted = (answer: Result<Joined, Failure>): Result<RoomAdmission, Failure> => {
    if (!answer.ok) return answer;
    return 'waiting' in answer.value ? err({ code: 'app-error' }) : ok(answer.value);
  };

  /** Whoever goes into another meeting gives the seat in the former one back. */
  async function leaveFormer(): Promise<void> {
    const former = current.seat();
    if (!former.ok || !(current.get()?.present || current.isWaiting())) return;
    current.stepOut();
    await inTheNameOf(former.value, 'leave');
  }

  const inTheNameOf = (
    { origin, token }: Seat,
    call: 'leave' | 'endMeeting',
  ): Promise<Result<void, Failure>> => serviceAt(origin).call(call, {}, { token });

  return {
    'meeting:open': async () => {
      await leaveFormer();
      const idempotencyKey = newKey();
      const opened = await enter(
        ownServer(),
        (service) =>
          asAgent(session, ownServer(), async (as) => {
            const open = (): Promise<Result<Admission, Failure>> =>
              service.call('openMeeting', {}, { idempotencyKey, ...as });
            const answer = await open();
            // The answer may have been lost on the way: the same key never opens a second meeting.
            return !answer.ok && answer.error.code === 'service-unreachable' ? open() : answer;
          }),
        'endMeeting',
      );
      return asAdmitted(opened);
    },
    'meeting:abandon': async () => {
      latestRequest += 1;
      const seat = current.seat();
      current.forget();
      return seat.ok ? inTheNameOf(seat.value, 'endMeeting') : ok();
    },
    'meeting:look-up': async ({ origin, code }) =>
      (await servers.admits(origin)) ? serviceAt(origin).call('lookUp', { code }) : elsewhere,
    'meeting:join': async ({ link, displayName }) => {
      if (!(await servers.admits(link.origin))) return elsewhere;
      await leaveFormer();
      settings.rememberName(displayName);
      const body = { code: link.code, displayName };
      const join = (service: ServiceClient) =>
        asAgentOrGuest(session, link.origin, (as) => service.call('join', body, as));
      return enter(link.origin, join, 'leave');
    },
    'meeting:mine': ownMeetings.list,
    'meeting:resume': async (id) => {
      const link = ownMeetings.moderatorLink(id);
      if (!link.ok) return link;
      await leaveFormer();
      const { origin, code } = link.value;
      const join = (service: ServiceClient) =>
        asAgent(session, origin, (as) => service.call('join', { code, displayName: '' }, as));
      return enter(origin, join, 'leave');
    },
    'meeting:current': async () => ok(current.get()),
    'meeting:rejoin': async () => {
      const seat = current.seat();
      if (!seat.ok) return seat;
      // Two events may call us in at once: of two requests, the former answer would be undone, and with it the seat of both.
      if (wayBack?.request !== latestRequest) {
        wayBack = { request: latestRequest + 1, answer: rejoin(seat.value) };
      }
      return wayBack.answer;
    },
    'meeting:leave': async () => {
      latestRequest += 1;
      const seat = current.seat();
      current.stepOut();
      return seat.ok ? inTheNameOf(seat.value, 'leave') : ok();
    },
    'meeting:moderate': async (decision) => {
      const seat = current.seat();
      if (!seat.ok) return seat;
      const { origin, token } = seat.value;
      return serviceAt(origin).call('moderate', decision, { token });
    },
    'meeting:end': async () => {
      const seat = current.seat();
      if (!seat.ok) return seat;
      const ended = await inTheNameOf(seat.value, 'endMeeting');
      if (!ended.ok && ended.error.code !== 'meeting-over') return ended;
      current.forget();
      return ok();
    },
  };
}
