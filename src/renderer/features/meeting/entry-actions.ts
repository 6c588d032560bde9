import type { Failure } from '../../../shared/failure.ts';
import type { InvitationLink } from '../../../shared/invitation-link.ts';
import type { Joined } from '../../../shared/calls/meeting.ts';
import { unreachable, type Result } from '../../../shared/result.ts';
import type { Entering, Entry, Joining, Retry } from './meeting-phase.ts';
import type { Deps, PhaseSteps } from './phase-steps.ts';

export type EntryActions = {
  open(): Promise<void>;
  /** A link from outside, or pasted: shows the join page; never joins by itself. */
  receiveLink(link: InvitationLink): Promise<void>;
  refuseLink(failure: Failure): void;
  join(displayName: string): Promise<Failure | null>;
  /** Back into the meeting that main remembers. */
  comeBack(): Promise<void>;
  /** Into a meeting that this agent opened, before this start of the app or on another computer. */
  resume(id: string): Promise<void>;
  retry(): Promise<void>;
  goHome(): void;
};

/** The ways into a meeting, and home again. */
export function createEntryActions({ bridge, navigation }: Deps, steps: PhaseSteps): EntryActions {
  const { show, close } = navigation.getState();
  const { get, go, fail, enter, inRoom, settle, inTime } = steps;

  async function open(): Promise<void> {
    if (get().phase.name === 'entering') return; // a double click must not open two meetings
    const opening: Entering = { name: 'entering', how: 'opening' };
    go(opening);
    const opened = await inTime(opening, bridge.call('meeting:open'), 'meeting:abandon');
    if (opened?.ok) enter('opened', opened.value);
    else if (opened) fail(opened.error, { name: 'open' });
  }

  async function receiveLink(link: InvitationLink): Promise<void> {
    const room = inRoom();
    if (room) {
      const own = Object.values(room.admission.meeting.links).includes(`${link.origin}/r/${link.code}`);
      if (!own) show({ name: 'other-meeting', link });
      return;
    }
    if (get().phase.name === 'waiting') void bridge.call('meeting:leave');
    const joining: Joining = { name: 'joining', link, lookup: null, sent: false };
    close(); // what lay over the former page is not about this one
    go(joining);
    const found = await inTime(joining, bridge.call('meeting:look-up', link), null);
    if (found?.ok) go({ ...joining, lookup: found.value });
    else if (found) fail(found.error, { name: 'link', link });
  }

  function refuseLink(failure: Failure): void {
    // A bad link is worth neither the meeting, nor the way into it, nor a name half typed.
    const { name } = get().phase;
    if (name === 'in-room' || name === 'entering' || name === 'joining') {
      show({ name: 'link-refused', failure });
    } else {
      close();
      fail(failure, null);
    }
  }

  async function join(displayName: string): Promise<Failure | null> {
    const { phase } = get();
    if (phase.name !== 'joining' || phase.sent) return null;
    const { link, lookup } = phase;
    const sending: Joining = { ...phase, sent: true };
    go(sending);
    const joined = await inTime(sending, bridge.call('meeting:join', { link, displayName }));
    if (!joined) return null;
    if (joined.ok) {
      if ('waiting' in joined.value) go({ name: 'waiting', link, role: lookup?.role ?? null });
      else enter('joined', joined.value);
      return null;
    }
    if (joined.error.code === 'bad-request') go(phase);
    else fail(joined.error, { name: 'link', link });
    return joined.error;
  }

  async function goBack(
    ask: () => Promise<Result<Joined, Failure>>,
    entry: Entry,
    onFailure: Retry,
  ): Promise<void> {
    if (get().phase.name === 'entering') return;
    const returning: Entering = { name: 'entering', how: 'returning' };
    go(returning);
    const back = await inTime(returning, ask());
    if (back) settle(back, entry, onFailure);
  }
  const comeBack = (): Promise<void> =>
    goBack(() => bridge.call('meeting:rejoin'), 'returned', { name: 'return' });
  const resume = (id: string): Promise<void> =>
    goBack(() => bridge.call('meeting:resume', id), 'joined', { name: 'resume', id });

  async function retry(): Promise<void> {
    const { phase } = get();
    const wanted = phase.name === 'failed' ? phase.retry : null;
    switch (wanted?.name) {
      case undefined:
        return;
      case 'open':
        return open();
      case 'return':
        return comeBack();
      case 'resume':
        return resume(wanted.id);
      case 'link':
        return receiveLink(wanted.link);
      default:
        return unreachable(wanted);
    }
  }

  return { open, receiveLink, refuseLink, join, comeBack, resume, retry, goHome: () => go({ name: 'home' }) };
}
