import type { Failure } from '../../../shared/failure.ts';
import type { Joined, RoomAdmission } from '../../../shared/calls/meeting.ts';
import type { Result } from '../../../shared/result.ts';
import type { Bridge } from '../../bridge.ts';
import type { NavigationStoreApi } from '../../ui/navigation/navigation-store.ts';
import {
  failed,
  type Entry,
  type InRoom,
  type MeetingState,
  type Phase,
  type Retry,
} from './meeting-phase.ts';

export type Deps = {
  readonly bridge: Pick<Bridge, 'call'>;
  /** The page's clock (`ui/page-clock.ts`). */
  readonly now: () => number;
  /** What lies over the meeting: questions about links are shown there. */
  readonly navigation: NavigationStoreApi;
};

export type PhaseSteps = ReturnType<typeof createPhaseSteps>;

/** The steps from phase to phase that the actions share. */
export function createPhaseSteps(
  { bridge, now }: Deps,
  set: (part: Partial<MeetingState>) => void,
  get: () => MeetingState,
) {
  const go = (phase: Phase): void => set({ phase });

  const fail = (failure: Failure, retry: Retry | null): void => go(failed(failure, retry));

  function enter(entry: Entry, admission: RoomAdmission): void {
    const skewMs = Date.parse(admission.meeting.serverNow) - now();
    set({ phase: { name: 'in-room', entry, admission }, serviceReachable: true, skewMs });
  }

  function inRoom(): InRoom | null {
    const { phase } = get();
    return phase.name === 'in-room' ? phase : null;
  }

  /** What becomes of whoever was in the meeting before; gone for too long, they wait as newcomers do. */
  function settle(back: Result<Joined, Failure>, entry: Entry, retry: Retry): void {
    if (!back.ok) fail(back.error, retry);
    else if ('waiting' in back.value) go({ name: 'waiting', link: null, role: null });
    else enter(entry, back.value);
  }

  /**
   * The answer to what was asked in `phase`, or null if it comes too late, because the person has gone on to another phase. What
   * a late answer brought is given back with `undo`, since nobody waits for it any more. Not by whoever is in a room by then:
   * main holds one meeting at a time, and `undo` would take them out of it.
   */
  async function inTime<T>(
    phase: Phase,
    asked: Promise<Result<T, Failure>>,
    undo: 'meeting:leave' | 'meeting:abandon' | null = 'meeting:leave',
  ): Promise<Result<T, Failure> | null> {
    const answer = await asked;
    if (get().phase === phase) return answer;
    if (answer.ok && undo !== null && !inRoom()) await bridge.call(undo);
    return null;
  }

  return { get, go, fail, enter, inRoom, settle, inTime };
}
