import { intruderTimes } from '../enforcing/intruders.ts';
import type { Change, MeetingState } from '../meeting-state.ts';

/** Makes a creation repeatable (idempotency): `key` says who asked for which, `fingerprint` with what body. */
export type Replay = { readonly key: string; readonly fingerprint: string; readonly until: number };

type Created =
  | { readonly kind: 'created' }
  /** The same was asked for before: who was admitted to what then. */
  | { readonly kind: 'replayed'; readonly meetingId: string; readonly identity: string }
  | { readonly kind: 'conflict' | 'busy' | 'too-many' };

/** A meeting that is due, leased to one instance until `lease`. */
export type Claim = { readonly meetingId: string; readonly lease: number };

/**
 * A room that should exist: LiveKit's id of it, null while it is being created; how many people are known to be in
 * it; and the rules that its metadata should tell (rooms/metadata-checks.ts).
 */
export type ExpectedRoom = {
  readonly meetingId: string;
  readonly sid: string | null;
  readonly present: number;
  readonly rules: number;
  /** Whether callers should be led there. */
  readonly dials: boolean;
};

/**
 * The truth about meetings, in this process (memory-store.ts) or shared by instances (redis-store.ts); each operation is
 * atomic. Once `create` or `update` has answered, what they did survives the service. What belongs to a meeting is gone
 * at most a minute after its deadline, whatever happens.
 * @throws Error if the store cannot be reached.
 */
export type MeetingStore = {
  /** The store's clock (ms since 1970), the same for all instances to within milliseconds. */
  now(): number;
  /** How far (ms) this machine's clock is ahead of the store's. */
  drift(): number;
  /** How far (ms) the store's clock has been kept from following that of its machine, which was set. */
  shift(): number;
  /**
   * Stores a new meeting with its opener, unless the replay's key was used, `maxMeetings` are open (busy), or
   * `maxOfOpener` of them were opened by the same agent (too-many); null: one agent may open all.
   */
  create(input: {
    readonly state: MeetingState;
    readonly openerIdentity: string;
    readonly replay: Replay | null;
    readonly maxMeetings: number;
    readonly maxOfOpener: number | null;
  }): Promise<Created>;
  find(meetingId: string): Promise<MeetingState | null>;
  /**
   * Has a rule change the meeting and answers what the rule answered; null if there is no such meeting. The rule may be
   * asked several times, as others change the meeting: it must be a function of the state it is given. A state of null
   * ends the meeting for good, for exactly one caller. `first`: of the changes that wait for their turn, as moderators'.
   */
  update<T>(meetingId: string, rule: (state: MeetingState) => Change<T>, order?: 'first'): Promise<T | null>;
  /** Removes the meeting as if it had never been asked for, with the replay's key that asked for it. */
  withdraw(meetingId: string, replayKey: string | null): Promise<void>;
  /** Open meetings that this agent (a pseudonym) opened, the oldest first. */
  openedBy(agent: string): Promise<readonly MeetingState[]>;

  /**
   * Claims at most `most` meetings that are due, in all instances together no more than `reconciliationsPerSecond`.
   */
  claimDue(most: number): Promise<readonly Claim[]>;
  /** Says when the meeting is due next; whatever brought it forward since the claim stands. */
  reschedule(claim: Claim, at: number): Promise<void>;
  /** Makes the meeting due now. */
  bringForward(meetingId: string): Promise<void>;

  /** The rooms of all open meetings, by name. */
  expectedRooms(): Promise<ReadonlyMap<string, ExpectedRoom>>;
  /** Whose room this is; null if no open meeting's. */
  meetingIn(room: string): Promise<string | null>;
  /** Rooms of ended or moved meetings that LiveKit may still have. */
  roomsToDelete(): Promise<readonly string[]>;
  /**
   * The room is gone. It stays marked for deletion for `tombstoneMs`, or until what is left of its meeting is gone: a
   * node may report it as gone and still write it into LiveKit's list again, from memory, when people leave it.
   */
  confirmDeleted(room: string): Promise<void>;

  /** True for one meeting alone, until then or until it is released: no other meeting has this PIN. */
  claimPin(pin: string, until: number): Promise<boolean>;
  releasePin(pin: string): Promise<void>;

  /** True for one holder at a time, for `forMs` at most or until they give it back. */
  lock(what: string, holder: string, forMs: number): Promise<boolean>;
  unlock(what: string, holder: string): Promise<void>;
  /** True for one instance, for so long: work that need not be done by all. */
  takeTurn(work: string, forMs: number): Promise<boolean>;
  /** How many meetings are open, and for how long (ms) the most overdue of them has waited to be claimed. */
  backlog(): Promise<{ readonly meetings: number; readonly overdueMs: number }>;
  /** Whether the store answers. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
};

/** How long (ms) an instance may reconcile a meeting that it claimed. */
export const leaseMs = 10_000;
/** Of all instances together; each asks LiveKit once. The rest of 400 is for joining, leaving and lost rooms. */
export const reconciliationsPerSecond = 350;
/** For this long people have tokens for a room that is gone, and LiveKit would recreate it for them. */
export const tombstoneMs = intruderTimes.watchedFor;
/** What is left of a meeting is gone so long (ms) after its deadline. */
export const lingerMs = 60_000;
