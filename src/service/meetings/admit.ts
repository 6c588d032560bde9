import type { Admission } from '../../shared/meeting.ts';
import { ok, unreachable, type Result } from '../../shared/result.ts';
import { writeInvitationLink } from '../../shared/invitation-link.ts';
import { words } from '../../shared/words/words.ts';
import { refuse, type Refusal } from '../errors.ts';
import { findOpenMeeting } from './find.ts';
import type { Parts } from './parts.ts';
import { referenceOf } from './reference.ts';
import { mediaTokenSeconds, seatTimes } from './seat-times.ts';
import type { MeetingRecord, Person } from './store.ts';

const full = refuse('meeting-full', { retryAfter: 30 });

type Needs = Pick<
  Parts,
  'store' | 'media' | 'places' | 'codes' | 'tokens' | 'livekitUrl' | 'publicOrigin' | 'clock'
>;

/**
 * Gives the person a seat and, only then, the tokens to take it: the same for who joins and who comes back.
 * Refuses with meeting-over, removed, meeting-full or media-unreachable; a refusal takes no seat.
 */
export async function admit(
  parts: Needs,
  meetingId: string,
  person: Person,
): Promise<Result<Admission, Refusal>> {
  const { store, places, clock } = parts;
  const meeting = await findOpenMeeting(parts, meetingId);
  if (!meeting) return refuse('meeting-over');
  // Only spares LiveKit a crowd before a full meeting: the seat itself is decided below, at once and for good.
  const standing = await store.findStanding(meetingId, person.identity);
  if (standing?.removed) return refuse('removed');
  if (!standing?.seated && meeting.seats >= meeting.maxParticipants) return full;

  const placed = await places.place(meeting);
  if (!placed.ok) return placed;
  const seat = await store.reserveSeat(meetingId, person, clock() + seatTimes.unused);
  switch (seat) {
    case 'seated':
      return ok(await writeAdmission(parts, meeting, person));
    case 'full':
      return full;
    case 'removed':
      return refuse('removed');
    case 'over':
      return refuse('meeting-over');
    default:
      return unreachable(seat);
  }
}

/** Tokens and links for somebody who has a seat. */
async function writeAdmission(parts: Needs, meeting: MeetingRecord, person: Person): Promise<Admission> {
  const { media, codes, tokens, livekitUrl, publicOrigin, clock } = parts;
  const now = clock();
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
