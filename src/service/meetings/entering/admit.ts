import type { Admission, Waiting } from '../../../shared/meeting.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { words } from '../../../shared/words/words.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { dialIn } from '../telephone/dial-in.ts';
import { enter } from './enter.ts';
import { findOpenMeeting } from '../find-open-meeting.ts';
import { linksFor } from '../credentials/invitation-links.ts';
import type { MeetingDeps } from '../deps.ts';
import { referenceOf } from '../meeting-reference.ts';
import { rightsOf } from '../moderating/rights.ts';
import { mediaTokenSeconds } from '../seats/seat-times.ts';
import { personOf, type MeetingState, type Person } from '../meeting-state.ts';
import { updateMeeting } from '../update-meeting.ts';

type Deps = Pick<
  MeetingDeps,
  | 'store'
  | 'media'
  | 'meetingRooms'
  | 'announcements'
  | 'telephone'
  | 'codes'
  | 'tokens'
  | 'livekitUrl'
  | 'publicOrigin'
>;

/**
 * Gives the person a seat and, only then, the tokens to take it; or lets them wait. The same for people who join and
 * people who come back. With `lostRoom` the room is checked first: whoever comes back may have lost it with its node.
 * Refuses with meeting-over, removed, not-allowed (a moderator refused them), meeting-locked, meeting-full or media-
 * unreachable; a refusal takes no seat.
 */
export async function admit(
  deps: Deps,
  meetingId: string,
  person: Person,
  { lostRoom = false }: { readonly lostRoom?: boolean } = {},
): Promise<Result<Admission | Waiting, Refusal>> {
  const { store, meetingRooms } = deps;
  const meeting = await findOpenMeeting(deps, meetingId);
  if (!meeting) return refuse('meeting-over');
  // Only an estimate, to spare LiveKit a crowd that would not be let in; the update below decides.
  const foreseen = enter(meeting, person, store.now()).answer;
  if (foreseen !== 'seated' && foreseen !== 'waiting') return refusals[foreseen];

  const place = () => (lostRoom ? meetingRooms.checkAlive(meeting) : meetingRooms.ensure(meeting));
  const placed = foreseen === 'seated' ? await place() : ok();
  if (!placed.ok) return placed;
  const entered = await updateMeeting(
    deps,
    meetingId,
    (state) => {
      const { state: next, answer } = enter(state, person, store.now());
      return { state: next, answer: { how: answer, meeting: next } };
    },
    person.role === 'moderator' ? 'first' : undefined,
  );
  if (entered === null) return refuse('meeting-over');
  const { how } = entered;
  if (how === 'waiting') return ok(writeWaiting(deps, entered.meeting, person));
  if (how !== 'seated') return refusals[how];
  // They had to wait a moment ago and have a seat now.
  const placedLate = foreseen === 'waiting' ? await place() : ok();
  if (!placedLate.ok) return placedLate;
  return ok(await writeAdmission(deps, entered.meeting, person));
}

const refusals = {
  full: refuse('meeting-full', { retryAfter: 30 }),
  removed: refuse('removed'),
  refused: refuse('not-allowed'),
  locked: refuse('meeting-locked'),
} as const;

const participationToken = (
  { tokens }: Pick<Deps, 'tokens'>,
  { id, expiresAt }: MeetingState,
  { identity }: Person,
): string => tokens.write({ meetingId: id, identity, deadline: expiresAt });

const writeWaiting = (deps: Deps, meeting: MeetingState, person: Person): Waiting => ({
  waiting: true,
  participationToken: participationToken(deps, meeting, person),
});

/** Tokens and links for somebody who has a seat. */
export async function writeAdmission(
  deps: Deps,
  meeting: MeetingState,
  { identity }: Pick<Person, 'identity'>,
): Promise<Admission> {
  const { store, media, livekitUrl } = deps;
  // Read from the meeting: a moderator may have changed their role or rights since they asked.
  const person = personOf(meeting, identity);
  if (!person) throw new Error('only people of the meeting are admitted to it');
  const now = store.now();
  const secondsLeft = Math.max(1, Math.floor((meeting.expiresAt - now) / 1000));
  return {
    meeting: {
      id: meeting.id,
      reference: referenceOf(meeting.id),
      title: words.fr.meeting.title,
      welcome: words.fr.meeting.welcome,
      role: person.role,
      createdAt: new Date(meeting.createdAt).toISOString(),
      expiresAt: new Date(meeting.expiresAt).toISOString(),
      serverNow: new Date(now).toISOString(),
      maxParticipants: meeting.maxParticipants,
      links: linksFor(deps, meeting.id, person.role),
      telephone: dialIn(deps, meeting),
    },
    participant: {
      identity: person.identity,
      displayName: person.displayName,
      verified: person.verified,
    },
    livekitUrl,
    livekitToken: await media.signToken(
      meeting.room,
      person,
      rightsOf(meeting, person),
      Math.min(mediaTokenSeconds, secondsLeft),
    ),
    participationToken: participationToken(deps, meeting, person),
  };
}
