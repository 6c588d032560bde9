import { createStore } from 'zustand/vanilla';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { InvitationLink } from '../../../shared/invitation-link.ts';
import type { Joined, RoomAdmission } from '../../../shared/ipc.ts';
import type { EndReason, Lookup, Role } from '../../../shared/meeting.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { MeetingEvent } from '../../../shared/service-api.ts';
import type { Bridge } from '../../bridge.ts';

/** How somebody came into the room: `returned` after a reload, a crash or « Revenir… » asks nothing and stays muted. */
export type Entry = 'opened' | 'joined' | 'returned';

export type InRoom = {
  readonly name: 'in-room';
  readonly entry: Entry;
  readonly admission: RoomAdmission;
};

export type Phase =
  | { readonly name: 'home' }
  | { readonly name: 'entering'; readonly how: 'opening' | 'returning' }
  | {
      readonly name: 'joining';
      readonly link: InvitationLink;
      readonly lookup: Lookup | null;
      readonly sent: boolean;
    }
  /** Until a moderator lets us in, or does not. `link`: by which we came; null for whoever was in the meeting before. */
  | {
      readonly name: 'waiting';
      readonly link: InvitationLink | null;
      /** What the link stands for; agents whom the service knows wait by a moderator link alone, when it is closed. */
      readonly role: Role | null;
    }
  | InRoom
  | { readonly name: 'left'; readonly admission: RoomAdmission; readonly wasLast: boolean }
  | { readonly name: 'ended'; readonly reason: EndReason | 'unheard'; readonly reference: string }
  | { readonly name: 'failed'; readonly failure: Failure; readonly retry: Retry | null };

/** What « Réessayer » does on the page of a failure. */
export type Retry =
  | { readonly name: 'open' }
  | { readonly name: 'return' }
  | { readonly name: 'resume'; readonly id: string }
  | { readonly name: 'link'; readonly link: InvitationLink };

/** What lies over the phase and waits for an answer. */
export type Overlay =
  | { readonly name: 'other-meeting'; readonly link: InvitationLink }
  /** A link that opens nothing, while there is something better to show than its failure alone. */
  | { readonly name: 'link-refused'; readonly failure: Failure }
  /** « J'active mon matériel », opened on the trouble that led there, if one did. */
  | { readonly name: 'devices'; readonly trouble: Diagnosis | null }
  | { readonly name: 'accessibility' }
  | { readonly name: 'settings' }
  | null;

export type MeetingStore = {
  readonly phase: Phase;
  readonly overlay: Overlay;
  /** False while the meeting service does not answer; media goes on without it. */
  readonly serviceReachable: boolean;
  /** Service's clock minus the page's, in ms, as last heard; 0 before that. */
  readonly skewMs: number;
  open(): Promise<void>;
  /** A link from outside, or pasted: shows the join page; never joins by itself. */
  receiveLink(link: InvitationLink): Promise<void>;
  refuseLink(failure: Failure): void;
  join(displayName: string): Promise<Failure | null>;
  stopWaiting(): Promise<void>;
  /** Back into the meeting that main remembers. */
  comeBack(): Promise<void>;
  /** Into a meeting that this agent opened, before this start of the app or on another computer. */
  resume(id: string): Promise<void>;
  /** A fresh admission for the room we are in; the failure is the caller's to judge unless it ends the meeting. */
  rejoin(): Promise<Result<RoomAdmission, Failure>>;
  receiveEvent(event: MeetingEvent): Promise<void>;
  /** LiveKit says that the same person came in from elsewhere. */
  replacedElsewhere(): void;
  leave(wasLast: boolean): Promise<void>;
  leaveForOther(link: InvitationLink): Promise<void>;
  endForAll(): Promise<Failure | null>;
  retry(): Promise<void>;
  goHome(): void;
  show(overlay: Overlay): void;
  setServiceReachable(reachable: boolean): void;
  /** What time it is (RFC 3339) at the service of the meeting with that id; null: at that of no meeting. */
  hearTime(serverNow: string, meetingId: string | null): void;
};

/** Asking again would get the same answer for ever. */
const isFinal = ({ code }: Failure): boolean =>
  code === 'meeting-over' ||
  code === 'removed' ||
  code === 'entry-refused' ||
  code === 'link-invalid' ||
  code === 'server-not-allowed';

export type MeetingStoreApi = ReturnType<typeof createMeetingStore>;

/** `now`: the page's clock (`ui/page-clock.ts`). */
export const createMeetingStore = (bridge: Pick<Bridge, 'call'>, now: () => number) =>
  createStore<MeetingStore>()((set, get) => {
    // The union sits under one key because set() merges: at top level an admission would outlive its phase.
    const go = (phase: Phase): void => set({ phase });
    const fail = (failure: Failure, retry: Retry | null): void =>
      go({ name: 'failed', failure, retry: isFinal(failure) ? null : retry });
    const enter = (entry: Entry, admission: RoomAdmission): void => {
      const skewMs = Date.parse(admission.meeting.serverNow) - now();
      set({ phase: { name: 'in-room', entry, admission }, serviceReachable: true, skewMs });
    };
    const inRoom = (): InRoom | null => {
      const { phase } = get();
      return phase.name === 'in-room' ? phase : null;
    };

    /** What becomes of whoever was in the meeting before; gone for too long, they wait as newcomers do. */
    function settle(back: Result<Joined, Failure>, entry: Entry, retry: Retry): void {
      if (!back.ok) fail(back.error, retry);
      else if ('waiting' in back.value) go({ name: 'waiting', link: null, role: null });
      else enter(entry, back.value);
    }

    async function hearWaiting(waiting: Phase & { name: 'waiting' }, event: MeetingEvent): Promise<void> {
      if (event.type === 'refused') return fail({ code: 'entry-refused' }, null);
      if (event.type === 'ended') return fail({ code: 'meeting-over' }, null);
      if (event.type === 'waiting') return;
      const answer = await bridge.call('meeting:rejoin');
      if (get().phase !== waiting) {
        if (answer.ok && !inRoom()) await bridge.call('meeting:leave');
      } else if (!answer.ok)
        fail(answer.error, waiting.link ? { name: 'link', link: waiting.link } : { name: 'return' });
      else if (!('waiting' in answer.value)) enter('joined', answer.value);
    }

    return {
      phase: { name: 'home' },
      overlay: null,
      serviceReachable: true,
      skewMs: 0,

      async open() {
        if (get().phase.name === 'entering') return; // a double click must not open two meetings
        const opening: Phase = { name: 'entering', how: 'opening' };
        go(opening);
        const opened = await bridge.call('meeting:open');
        if (get().phase !== opening) {
          if (opened.ok && !inRoom()) await bridge.call('meeting:abandon'); // nobody wants it any more: end it
        } else if (opened.ok) enter('opened', opened.value);
        else fail(opened.error, { name: 'open' });
      },

      async receiveLink(link) {
        const room = inRoom();
        if (room) {
          const own = Object.values(room.admission.meeting.links).includes(`${link.origin}/r/${link.code}`);
          if (!own) set({ overlay: { name: 'other-meeting', link } });
          return;
        }
        if (get().phase.name === 'waiting') void bridge.call('meeting:leave');
        const joining: Phase = { name: 'joining', link, lookup: null, sent: false };
        set({ phase: joining, overlay: null }); // what lay over the former page is not about this one
        const found = await bridge.call('meeting:look-up', link);
        if (get().phase !== joining) return;
        if (found.ok) go({ ...joining, lookup: found.value });
        else fail(found.error, { name: 'link', link });
      },

      refuseLink(failure) {
        // A bad link is worth neither the meeting, nor the way into it, nor a name half typed.
        const { name } = get().phase;
        const busy = name === 'in-room' || name === 'entering' || name === 'joining';
        if (busy) set({ overlay: { name: 'link-refused', failure } });
        else set({ phase: { name: 'failed', failure, retry: null }, overlay: null });
      },

      async join(displayName) {
        const { phase } = get();
        if (phase.name !== 'joining' || phase.sent) return null;
        const sending: Phase = { ...phase, sent: true };
        go(sending);
        const joined = await bridge.call('meeting:join', { link: phase.link, displayName });
        if (get().phase !== sending) {
          if (joined.ok && !inRoom()) await bridge.call('meeting:leave');
          return null;
        }
        if (joined.ok) {
          if ('waiting' in joined.value)
            go({ name: 'waiting', link: phase.link, role: phase.lookup?.role ?? null });
          else enter('joined', joined.value);
          return null;
        }
        if (joined.error.code === 'bad-request') go(phase);
        else fail(joined.error, { name: 'link', link: phase.link });
        return joined.error;
      },

      async stopWaiting() {
        if (get().phase.name !== 'waiting') return;
        go({ name: 'home' });
        await bridge.call('meeting:leave');
      },

      async comeBack() {
        if (get().phase.name === 'entering') return;
        const returning: Phase = { name: 'entering', how: 'returning' };
        go(returning);
        const back = await bridge.call('meeting:rejoin');
        if (get().phase === returning) settle(back, 'returned', { name: 'return' });
        else if (back.ok && !inRoom()) await bridge.call('meeting:leave'); // nobody waits for this seat any more
      },

      async resume(id) {
        if (get().phase.name === 'entering') return;
        const returning: Phase = { name: 'entering', how: 'returning' };
        go(returning);
        const back = await bridge.call('meeting:resume', id);
        if (get().phase === returning) settle(back, 'joined', { name: 'resume', id });
        else if (back.ok && !inRoom()) await bridge.call('meeting:leave');
      },

      async rejoin() {
        const before = inRoom();
        const back = await bridge.call('meeting:rejoin');
        const isHere = before !== null && inRoom() === before;
        if (back.ok) {
          if (isHere) settle(back, before.entry, { name: 'return' });
          // For whoever was in already, having to wait is being kept out.
          return 'waiting' in back.value ? err({ code: 'meeting-locked' }) : ok(back.value);
        }
        if (!isHere) return back;
        if (back.error.code === 'removed') {
          go({ name: 'ended', reason: 'removed', reference: before.admission.meeting.reference });
        } else if (back.error.code === 'meeting-over') {
          // It ended while we could not hear of it: the service no longer knows how.
          go({ name: 'ended', reason: 'unheard', reference: before.admission.meeting.reference });
        } else if (back.error.code === 'meeting-full' || back.error.code === 'meeting-locked')
          fail(back.error, { name: 'return' });
        return back;
      },

      async receiveEvent(event) {
        const { phase } = get();
        if (phase.name === 'waiting') return hearWaiting(phase, event);
        const room = inRoom();
        if (!room) return;
        if (event.type === 'ended') {
          go({ name: 'ended', reason: event.reason, reference: room.admission.meeting.reference });
        } else if (event.type === 'rejoin') await get().rejoin();
      },

      replacedElsewhere() {
        if (inRoom()) fail({ code: 'joined-elsewhere' }, { name: 'return' });
      },

      async leave(wasLast) {
        const room = inRoom();
        if (!room) return;
        go({ name: 'left', admission: room.admission, wasLast });
        // Unheard, the seat is given back by the service itself some seconds later.
        await bridge.call('meeting:leave');
      },

      async leaveForOther(link) {
        set({ overlay: null });
        await get().leave(false);
        await get().receiveLink(link);
      },

      async endForAll() {
        const room = inRoom();
        if (!room) return null;
        const ended = await bridge.call('meeting:end');
        if (!ended.ok) return ended.error;
        if (inRoom()) go({ name: 'ended', reason: 'moderator', reference: room.admission.meeting.reference });
        return null;
      },

      async retry() {
        const { phase } = get();
        const wanted = phase.name === 'failed' ? phase.retry : null;
        if (wanted?.name === 'open') await get().open();
        else if (wanted?.name === 'return') await get().comeBack();
        else if (wanted?.name === 'resume') await get().resume(wanted.id);
        else if (wanted) await get().receiveLink(wanted.link);
      },

      goHome: () => go({ name: 'home' }),
      show: (overlay) => set({ overlay }),
      setServiceReachable: (serviceReachable) => set({ serviceReachable }),
      hearTime(serverNow, meetingId) {
        const room = inRoom();
        // Each service has its own clock.
        if (room && room.admission.meeting.id !== meetingId) return;
        set({ skewMs: Date.parse(serverNow) - now() });
      },
    };
  });
