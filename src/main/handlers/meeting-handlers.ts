import type { Failure } from '../../shared/failure.ts';
import type { InvitationLink } from '../../shared/invitation-link.ts';
import type { Handlers, Joined, RoomAdmission } from '../../shared/ipc.ts';
import type { Admission, Waiting } from '../../shared/meeting.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CurrentMeetingKeeper } from '../current-meeting.ts';
import type { MeetingService } from '../meeting-service.ts';
import type { SettingsFile } from '../settings-file.ts';

type Deps = {
  readonly service: MeetingService;
  readonly serverOrigin: string;
  readonly current: CurrentMeetingKeeper;
  readonly settings: SettingsFile;
  readonly newKey: () => string;
};
type MeetingHandlers = Pick<Handlers, Extract<keyof Handlers, `meeting:${string}`>>;

/** What the window asks about meetings: one call of the service each, and what main remembers of it. */
export function meetingHandlers({ service, serverOrigin, current, settings, newKey }: Deps): MeetingHandlers {
  const isOurServer = (link: InvitationLink): boolean => link.origin === serverOrigin;
  const elsewhere = err<Failure>({ code: 'server-not-allowed' });
  /** Grows with each wish to be, or not to be, in a meeting: an answer that comes after the next wish is undone. */
  let wish = 0;

  async function enter(
    ask: () => Promise<Result<Admission | Waiting, Failure>>,
    undo: 'endMeeting' | 'leave',
  ): Promise<Result<Joined, Failure>> {
    wish += 1;
    const mine = wish;
    const answer = await ask();
    if (!answer.ok) return answer;
    if (mine === wish) return ok(takeIn(answer.value));
    const now = current.get();
    // Unless it is the very meeting that the later wish was for.
    const meetingId = 'waiting' in answer.value ? null : answer.value.meeting.id;
    if (!now?.present || now.admission.meeting.id !== meetingId) {
      await service.call(undo, {}, { token: answer.value.participationToken });
    }
    return err({ code: 'app-error' });
  }

  function takeIn(answer: Admission | Waiting): Joined {
    if (!('waiting' in answer)) return current.enter(answer);
    current.wait(answer.participationToken);
    return { waiting: true };
  }

  /** Whoever opens a meeting does not wait before it. */
  const asAdmitted = (answer: Result<Joined, Failure>): Result<RoomAdmission, Failure> => {
    if (!answer.ok) return answer;
    return 'waiting' in answer.value ? err({ code: 'app-error' }) : ok(answer.value);
  };

  /** Whoever goes into another meeting gives the seat in the former one back. */
  async function leaveFormer(): Promise<void> {
    const former = current.token();
    if (!former.ok || !(current.get()?.present || current.isWaiting())) return;
    current.stepOut();
    await service.call('leave', {}, { token: former.value });
  }

  return {
    'meeting:open': async () => {
      await leaveFormer();
      const idempotencyKey = newKey();
      const open = (): Promise<Result<Admission, Failure>> =>
        service.call('openMeeting', {}, { idempotencyKey });
      const opened = await enter(async () => {
        const answer = await open();
        // The answer may have been lost on the way: the same key never opens a second meeting.
        return !answer.ok && answer.error.code === 'service-unreachable' ? open() : answer;
      }, 'endMeeting');
      return asAdmitted(opened);
    },
    'meeting:abandon': async () => {
      wish += 1;
      const token = current.token();
      current.forget();
      return token.ok ? service.call('endMeeting', {}, { token: token.value }) : ok();
    },
    'meeting:look-up': async (link) =>
      isOurServer(link) ? service.call('lookUp', { code: link.code }) : elsewhere,
    'meeting:join': async ({ link, displayName }) => {
      if (!isOurServer(link)) return elsewhere;
      await leaveFormer();
      settings.set({ displayName });
      return enter(() => service.call('join', { code: link.code, displayName }), 'leave');
    },
    'meeting:current': async () => ok(current.get()),
    'meeting:rejoin': async () => {
      const token = current.token();
      if (!token.ok) return token;
      const back = await enter(() => service.call('rejoin', {}, { token: token.value }), 'leave');
      if (!back.ok && (back.error.code === 'meeting-over' || back.error.code === 'removed')) current.forget();
      return back;
    },
    'meeting:leave': async () => {
      wish += 1;
      const token = current.token();
      current.stepOut();
      return token.ok ? service.call('leave', {}, { token: token.value }) : ok();
    },
    'meeting:end': async () => {
      const token = current.token();
      if (!token.ok) return token;
      const ended = await service.call('endMeeting', {}, { token: token.value });
      if (!ended.ok && ended.error.code !== 'meeting-over') return ended;
      current.forget();
      return ok();
    },
  };
}
