import type { Role, Verified } from '../../shared/meeting.ts';

/** Times are milliseconds since 1970. */
export type MeetingRecord = {
  /** 9 random bytes in base64url. */
  readonly id: string;
  /** Name of the LiveKit room: random too, so that who knows the id cannot name the room. */
  readonly room: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly maxParticipants: number;
  /** LiveKit's own id of the room as last seen: another one means that the room was lost and made again. */
  readonly roomSid: string | null;
  /** When somebody was last known to be in the room; null while nobody ever came. */
  readonly lastPresentAt: number | null;
};

/** A meeting with the number of seats taken at the moment of asking. */
export type OpenMeeting = MeetingRecord & { readonly seats: number };

export type Person = {
  readonly identity: string;
  readonly displayName: string;
  readonly role: Role;
  readonly verified: Verified;
};

type Standing = {
  readonly person: Person;
  readonly removed: boolean;
  readonly seated: boolean;
  /** The room was lost and made again, and this person was not seen in it since. */
  readonly recalled: boolean;
};

/** A creation that can be asked for twice: `key` says who and which, `fingerprint` with what body. */
export type Replay = { readonly key: string; readonly fingerprint: string; readonly until: number };

type Created =
  | { readonly kind: 'created' }
  | { readonly kind: 'replayed'; readonly meetingId: string; readonly person: Person }
  | { readonly kind: 'conflict' | 'over' | 'busy' };

export type Presence = {
  /** When the list was asked for: who left or sat down later is not judged by it. */
  readonly at: number;
  readonly present: readonly string[];
  /** How long those present keep their seat without being seen again. */
  readonly presentUntil: number;
  /** At least how long those absent keep theirs. */
  readonly absentUntil: number;
};

/**
 * The truth about meetings. Each operation is atomic; on a meeting that is not there (ended, never made) it does nothing
 * or says so. Once `reserveSeat`, `releaseSeat`, `banPerson` or `endMeeting` has answered, all that was done before
 * survives the service: no answer leaves it without one of them.
 */
export type MeetingStore = {
  /** Stores the meeting with its opener seated, unless the replay's key was used or `maxMeetings` are open. */
  createMeeting(input: {
    meeting: MeetingRecord;
    opener: Person;
    seatUntil: number;
    replay: Replay | null;
    maxMeetings: number;
    now: number;
  }): Promise<Created>;
  /** Removes the meeting as if it had never been asked for, with the key that asked for it. */
  withdrawMeeting(meetingId: string): Promise<void>;
  findMeeting(meetingId: string): Promise<OpenMeeting | null>;
  openMeetings(): Promise<readonly OpenMeeting[]>;
  findStanding(meetingId: string, identity: string): Promise<Standing | null>;
  /** Seats the person until at least `until`; who has a seat keeps it. Answers a recall. */
  reserveSeat(
    meetingId: string,
    person: Person,
    until: number,
  ): Promise<'seated' | 'full' | 'removed' | 'over'>;
  /** Frees the seat of somebody who left at `at`; they may come back while the meeting lasts. */
  releaseSeat(meetingId: string, identity: string, at: number): Promise<void>;
  /** Nobody of this identity is admitted again; the seat is free. */
  banPerson(meetingId: string, identity: string): Promise<void>;
  /**
   * Renews the seats of those present, frees those of the absent whose time has run out, and seats again who is
   * present without having left. Answers the identities that are in the room and have no right to it.
   */
  notePresence(meetingId: string, presence: Presence): Promise<readonly string[]>;
  /** The room was made again: every seat is held until `until` at least and its owner called back. */
  recallSeats(meetingId: string, until: number): Promise<void>;
  /** Notes LiveKit's id of the room and answers the one noted before. */
  swapRoomSid(meetingId: string, sid: string): Promise<string | null>;
  /** Removes the meeting with all that belongs to it, and answers it to one caller only. */
  endMeeting(meetingId: string, condition?: 'if-empty'): Promise<MeetingRecord | null>;
  /** Drops what only time ends: used keys. */
  forget(now: number): Promise<void>;
};
