import { createHash } from 'node:crypto';
import type { Admission } from '../../shared/meeting.ts';
import { unreachable, type Result } from '../../shared/result.ts';
import type { Agent } from '../agent.ts';
import { refuse, type Refusal } from '../errors.ts';
import { admit } from './admit.ts';
import { meetingIdBytes } from './invitation-code.ts';
import { newPerson, openerName } from './names.ts';
import type { Parts } from './parts.ts';
import { referenceOf } from './reference.ts';
import { newRoomName } from './room-name.ts';
import { seatTimes } from './seat-times.ts';
import type { MeetingRecord, Replay } from './store.ts';

const minute = 60_000;
const replayWindow = 10 * minute;

type Wish = { readonly displayName?: string | undefined; readonly idempotencyKey: string | null };

/**
 * Opens a meeting and admits its opener as moderator. The same key from the same agent within ten minutes answers the
 * same meeting and person, tokens signed afresh; with another body it is refused with idempotency-conflict.
 */
export async function openMeeting(
  parts: Parts,
  agent: Agent,
  wish: Wish,
): Promise<Result<Admission, Refusal>> {
  const name = openerName(wish.displayName);
  if (!name.ok) return name;
  const now = parts.clock();
  const meeting = newMeeting(parts, now);
  const opener = newPerson(parts, { displayName: name.value, role: 'moderator', verified: 'guest' });
  const created = await parts.store.createMeeting({
    meeting,
    opener,
    seatUntil: now + seatTimes.unused,
    replay: replayOf(agent, wish, now),
    maxMeetings: parts.limits.maxMeetings,
    now,
  });
  switch (created.kind) {
    case 'conflict':
      return refuse('idempotency-conflict');
    case 'over':
      return refuse('meeting-over');
    case 'busy':
      return refuse('service-busy', { retryAfter: 30 });
    case 'replayed':
      return admit(parts, created.meetingId, created.person);
    case 'created': {
      const admitted = await admit(parts, meeting.id, opener);
      // A meeting whose links nobody was given would only wait for its end; with it goes the key, for another try.
      if (!admitted.ok) await parts.store.withdrawMeeting(meeting.id);
      else parts.log.info({ reference: referenceOf(meeting.id) }, 'meeting opened');
      return admitted;
    }
    default:
      return unreachable(created);
  }
}

const newMeeting = ({ randomBytes, limits, instanceName }: Parts, now: number): MeetingRecord => ({
  id: randomBytes(meetingIdBytes).toString('base64url'),
  room: newRoomName(instanceName, randomBytes),
  createdAt: now,
  expiresAt: now + Math.round(limits.maxMinutes * minute),
  maxParticipants: limits.maxParticipants,
  roomSid: null,
  lastPresentAt: null,
});

/** Keys and names are kept as digests: the store needs to compare them, not to read them. */
function replayOf(agent: Agent, { idempotencyKey, displayName }: Wish, now: number): Replay | null {
  if (idempotencyKey === null) return null;
  return {
    key: digest([agent.id, idempotencyKey]),
    fingerprint: digest([displayName ?? null]),
    until: now + replayWindow,
  };
}

const digest = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
