import type { Failure } from '../../shared/failure.ts';
import type { InvitationLink } from '../../shared/invitation-link.ts';
import type { Handlers, RoomAdmission } from '../../shared/ipc.ts';
import type { Admission } from '../../shared/meeting.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CurrentMeetingKeeper } from '../current-meeting.ts';
import type { MeetingService } from '../meeting-service.ts';
import { onlyAdmission } from '../only-admission.ts';
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
    ask: () => Promise<Result<Admission, Failure>>,
    undo: 'endMeeting' | 'leave',
  ): Promise<Result<RoomAdmission, Failure>> {
    wish += 1;
    const mine = wish;
    const admitted = await ask();
    if (!admitted.ok) return admitted;
    if (mine === wish) return ok(current.enter(admitted.value));
    const { meeting, participationToken } = admitted.value;
    const now = current.get();
    // Unless it is the very meeting that the later wish was for.
    if (!now?.present || now.admission.meeting.id !== meeting.id) {
      await service.call(undo, {}, { token: participationToken });
    }
    return err({ code: 'app-error' });
  }

  /** Whoever goes into another meeting gives the seat in the former one back. */
  async function leaveFormer(): Promise<void> {
    const former = current.token();
    if (!former.ok || !current.get()?.present) return;
    current.stepOut();
    await service.call('leave', {}, { token: former.value });
  }

  return {
    'meeting:open': async () => {
      await leaveFormer();
      const idempotencyKey = newKey();
      const open = (): Promise<Result<Admission, Failure>> =>
        service.call('openMeeting', {}, { idempotencyKey });
      return enter(async () => {
        const opened = await open();
        // The answer may have been lost on the way: the same key never opens a second meeting.
        return !opened.ok && opened.error.code === 'service-unreachable' ? open() : opened;
      }, 'endMeeting');
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
      return enter(
        async () => onlyAdmission(await service.call('join', { code: link.code, displayName })),
        'leave',
      );
    },
    'meeting:current': async () => ok(current.get()),
    'meeting:rejoin': async () => {
      const token = current.token();
      if (!token.ok) return token;
      const back = await enter(
        async () => onlyAdmission(await service.call('rejoin', {}, { token: token.value })),
        'leave',
      );
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
