import { z } from 'zod';
import { role, verified } from '../../shared/meeting.ts';
import { source, type Source } from '../../shared/moderation.ts';
import { storedObject } from './store/stored-object.ts';

/** Milliseconds since 1970, by the store's clock. */
const time = z.number();

/**
 * How often somebody without a seat was found in the room, and when last; `sid` is LiveKit's id of that visit. An
 * instance of an earlier release writes none.
 */
const visits = storedObject({ times: z.int(), at: time, sid: z.string().optional() }).optional();

/**
 * A person's place in the meeting. `seated`: a seat is theirs while they are in the room (`heldUntil` null) or until
 * that time, which was extended `renewals` times since they were last there; `recalled`: the room was lost and
 * created again, and they were not seen in it since; `byModerator`: a moderator gave it to them out of the waiting
 * room; `admitted`: likewise, and they have not come for their admission yet. `lost`: missing for too long, or never
 * there. `left`: by their own decision. `waiting`: their place is held until a time, which an open event stream
 * extends; `gave-up`: that time passed, or they went away.
 */
const place = z.discriminatedUnion('kind', [
  storedObject({ kind: z.literal('waiting'), since: time, heldUntil: time, visits }),
  storedObject({
    kind: z.literal('seated'),
    heldUntil: time.nullable(),
    recalled: z.boolean(),
    renewals: z.int().nonnegative().optional(),
    byModerator: z.literal(true).optional(),
    admitted: z.literal(true).optional(),
  }),
  storedObject({
    kind: z.enum(['lost', 'left', 'gave-up', 'removed', 'refused']),
    at: time,
    visits,
  }),
]);
export type Place = z.infer<typeof place>;

const personFields = storedObject({
  identity: z.string(),
  displayName: z.string(),
  role,
  verified,
  /** Opened the meeting, or joined as the agent who did. */
  opener: z.literal(true).optional(),
});
export type Person = z.infer<typeof personFields>;

const knownPerson = storedObject({
  ...personFields.shape,
  place,
  /** When they were last in the room, as far as LiveKit has told; not kept up while they are. Absent: never yet. */
  seenAt: time.optional(),
  /** When they received media tokens, and a digest of the rights that each gives (outdated-tokens.ts). */
  tokens: z.array(storedObject({ at: time, rights: z.string() })).optional(),
  /** Came as a participant, and was made moderator. */
  promoted: z.literal(true).optional(),
  /** Interprets for the others, as a moderator says: as long as the meeting knows them, seat or not. */
  interpreter: z.literal(true).optional(),
  /** Since when the hand is up. */
  hand: time.nullable(),
  /** What a moderator decided for this person alone; the meeting's policy says the rest. */
  allowed: storedObject({
    microphone: z.boolean().optional(),
    camera: z.boolean().optional(),
    screen: z.boolean().optional(),
  } satisfies Record<Source, z.ZodType>),
});
export type KnownPerson = z.infer<typeof knownPerson>;

/**
 * All that is known of an open meeting: one document, read and changed as a whole. No token, no code, no key. Members
 * that are added have a default (stored-object.ts).
 */
export const meetingState = storedObject({
  version: z.literal(1),
  /** 9 random bytes in base64url. */
  id: z.string(),
  /** Name of the LiveKit room: random too, so that who knows the id cannot name the room. A moved meeting gets another. */
  room: z.string(),
  /** LiveKit's own id of the room as last seen: another one means that the room was lost and made again. */
  roomSid: z.string().nullable(),
  createdAt: time,
  expiresAt: time,
  maxParticipants: z.int().positive(),
  /** How long (ms) the meeting lasts without anybody: after the last one left, and if nobody ever came. */
  patience: storedObject({ empty: z.number(), neverJoined: z.number() }),
  /** Pseudonym of the agent who opened it; null without sign-in. */
  opener: z.string().nullable(),
  locked: z.boolean(),
  waitingRoom: z.boolean(),
  /** A moderator was removed, who still has the link: whoever uses it waits until it is reopened. */
  moderatorLinkClosed: z.boolean().default(false),
  /** What participants may send; moderators may everything. */
  policy: storedObject({
    microphone: z.boolean(),
    camera: z.boolean(),
    screen: z.boolean(),
  } satisfies Record<Source, z.ZodType>),
  /** Who is shown large to everybody: a person who is seated. */
  spotlight: z.string().nullable().default(null),
  /** Its PIN, and LiveKit's rule that leads callers with this PIN into that room; no rule while the meeting is locked. */
  telephone: storedObject({
    pin: z.string(),
    rule: storedObject({ id: z.string(), room: z.string() }).nullable(),
  }).nullable(),
  /** When somebody was last known to be in the room; null while nobody ever came. */
  lastPresentAt: time.nullable(),
  people: z.record(z.string(), knownPerson),
  /**
   * Who was seen sending two tracks of one source at once (duplicate-tracks.ts): since when at every reconciliation,
   * and since when these two.
   */
  doubled: z
    .array(
      storedObject({
        identity: z.string(),
        source,
        since: time,
        tracks: z.array(z.string()).default([]),
        sameSince: time.default(0),
      }),
    )
    .default([]),
  /** When somebody who is kept out was last found in the room, and when the meeting last moved for it (intruders.ts). */
  intrudersSeenAt: time.nullable().default(null),
  intrudersLeftAt: time.nullable().default(null),
});
export type MeetingState = z.infer<typeof meetingState>;

/** The result of a rule: the meeting's next state (null: it is over), and the answer to whoever asked. */
export type Change<T> = { readonly state: MeetingState | null; readonly answer: T };

export type Seat = Extract<Place, { kind: 'seated' }>;

export const isSeated = (person: KnownPerson, now: number): person is KnownPerson & { place: Seat } =>
  person.place.kind === 'seated' && (person.place.heldUntil === null || person.place.heldUntil > now);

/** On the telephone, and waiting: in the LiveKit room already, unlike others who wait. */
export const isWaitingCaller = ({ verified: how, place: { kind } }: KnownPerson): boolean =>
  how === 'phone' && kind === 'waiting';

/** The number of taken seats, without that of `besides`. LiveKit counts callers who wait, so they count here too. */
export const takenSeats = ({ people }: MeetingState, now: number, besides?: string): number =>
  Object.values(people).filter(
    (person) => person.identity !== besides && (isSeated(person, now) || isWaitingCaller(person)),
  ).length;

/** Identities come from LiveKit: they must not name members that every object has. */
export const personOf = ({ people }: MeetingState, identity: string): KnownPerson | undefined =>
  Object.hasOwn(people, identity) ? people[identity] : undefined;

/** The same meeting with one person changed. Whoever has no seat any more has no spotlight either, however they lost it. */
export const withPerson = (state: MeetingState, person: KnownPerson): MeetingState => ({
  ...state,
  people: { ...state.people, [person.identity]: person },
  spotlight: person.place.kind !== 'seated' && state.spotlight === person.identity ? null : state.spotlight,
});
