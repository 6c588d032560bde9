import type { Admission } from '../../shared/meeting.ts';
import { ok, type Result } from '../../shared/result.ts';
import { writeInvitationLink } from '../../shared/invitation-link.ts';
import { words } from '../../shared/words/words.ts';
import { refuse, type Refusal } from '../errors.ts';
import { findOpenMeeting } from './find.ts';
import type { Parts } from './parts.ts';
import { referenceOf } from './reference.ts';
import { mediaTokenSeconds } from './seat-times.ts';
import { takeSeat } from './seats.ts';
import type { MeetingState, Person } from './state.ts';

type Needs = Pick<Parts, 'store' | 'media' | 'places' | 'codes' | 'tokens' | 'livekitUrl' | 'publicOrigin'>;

/**
 * Gives the person a seat and, only then, the tokens to take it: the same for who joins and who comes back.
 * With `lostRoom` the room is looked at first: whoever comes back may have lost it with its node.
 * Refuses with meeting-over, removed, meeting-full or media-unreachable; a refusal takes no seat.
 */
export async function admit(
  parts: Needs,
  meetingId: string,
  person: Person,
  { lostRoom = false }: { readonly lostRoom?: boolean } = {},
): Promise<Result<Admission, Refusal>> {
  const { store, places } = parts;
  const meeting = await findOpenMeeting(parts, meetingId);
  if (!meeting) return refuse('meeting-over');
  // Only spares LiveKit a crowd before a full meeting: the seat itself is decided below, at once and for good.
  const seat = takeSeat(meeting, person, store.now());
  if (seat.answer !== 'seated') return refusals[seat.answer];

  const placed = await (lostRoom ? places.check(meeting) : places.place(meeting));
  if (!placed.ok) return placed;
  const taken = await store.update(meetingId, (state) => {
    const { state: next, answer } = takeSeat(state, person, store.now());
    return { state: next, answer: answer === 'seated' ? next : answer };
  });
  if (taken === null) return refuse('meeting-over');
  if (typeof taken === 'string') return refusals[taken];
  return ok(await writeAdmission(parts, taken, person));
}

const refusals = {
  full: refuse('meeting-full', { retryAfter: 30 }),
  removed: refuse('removed'),
} as const;

/** Tokens and links for somebody who has a seat. */
export async function writeAdmission(
  parts: Needs,
  meeting: MeetingState,
  person: Person,
): Promise<Admission> {
  const { store, media, codes, tokens, livekitUrl, publicOrigin } = parts;
  const now = store.now();
  const linkFor = (role: 'participant' | 'moderator') =>
    writeInvitationLink({ origin: publicOrigin(), code: codes.write({ meetingId: meeting.id, role }) });
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
      links: {
        participant: linkFor('participant'),
        ...(person.role === 'moderator' ? { moderator: linkFor('moderator') } : {}),
      },
      telephone: null,
    },
    participant: {
      identity: person.identity,
      displayName: person.displayName,
      verified: person.verified,
    },
    livekitUrl,
    livekitToken: await media.signToken(meeting.room, person, Math.min(mediaTokenSeconds, secondsLeft)),
    participationToken: tokens.write({
      meetingId: meeting.id,
      identity: person.identity,
      deadline: meeting.expiresAt,
    }),
  };
}
