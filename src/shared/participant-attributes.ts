import { readInstant, writeInstant } from './instant.ts';

export const roles = ['participant', 'moderator'] as const;
/** `agent`: their name comes from the token of an agent; `phone`: they call by telephone. */
export const verifications = ['agent', 'guest', 'phone'] as const;

export type Verified = (typeof verifications)[number];

/**
 * What the service writes about a participant in LiveKit's room (`meetings/moderating/rights.ts`, from the `KnownPerson` of
 * `meeting-state.ts`), and every app in it reads (`session/participants/participants.ts`).
 */
export type ParticipantAttributes = {
  readonly role: (typeof roles)[number];
  readonly verified: Verified;
  /** When they raised their hand (ms since 1970); null while it is down. */
  readonly hand: number | null;
  /** A moderator says that they interpret. */
  readonly interpreter: boolean;
};

/**
 * Those that people change themselves, as they are at rest: no right hangs on them, so a token that was signed before such
 * a change is as good as one signed after it (`meetings/enforcing/outdated-tokens.ts`). Who interprets is not among them: a
 * moderator decides it, and no older token may undo that.
 */
export const changedAtWill: Readonly<Pick<ParticipantAttributes, 'hand'>> = { hand: null };

type Written = Readonly<Record<string, string>>;

const names = {
  role: 'visio.role',
  verified: 'visio.verified',
  hand: 'visio.hand',
  interpreter: 'visio.interpreter',
} as const;

/** All of them each time: LiveKit keeps an attribute that is not named, and takes an empty one away. */
export const writeParticipantAttributes = ({
  role,
  verified,
  hand,
  interpreter,
}: ParticipantAttributes): Written => ({
  [names.role]: role,
  [names.verified]: verified,
  [names.hand]: hand === null ? '' : writeInstant(hand),
  [names.interpreter]: interpreter ? 'true' : '',
});

/**
 * Each by itself: a service of another release, or somebody else's, may write other values, which count as none. Whoever has no
 * role is a participant, and of whom nothing is said they are not shown as verified. There is no zod here: the window loads none.
 */
export const readParticipantAttributes = (
  written: Written,
): Omit<ParticipantAttributes, 'verified'> & { readonly verified: Verified | undefined } => ({
  role: oneOf(roles, written[names.role]) ?? 'participant',
  verified: oneOf(verifications, written[names.verified]),
  hand: readInstant(written[names.hand]),
  interpreter: written[names.interpreter] === 'true',
});

const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((value) => value === text);
