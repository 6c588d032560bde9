import type { Admission } from '../../../shared/meeting.ts';
import { ok, unreachable, type Result } from '../../../shared/result.ts';
import type { Agent } from '../../agents/agent.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { admit, writeAdmission } from './admit.ts';
import { findOpenMeeting } from '../find-open-meeting.ts';
import { meetingIdBytes } from '../credentials/invitation-code.ts';
import { newPerson, openerName } from './person-names.ts';
import { digest, openerOf } from './own-meetings.ts';
import type { MeetingDeps } from '../deps.ts';
import { referenceOf } from '../meeting-reference.ts';
import { newRoomName } from '../rooms/room-name.ts';
import { takeSeat } from '../seats/seats.ts';
import { personOf, type MeetingState, type Person } from '../meeting-state.ts';
import type { Replay } from '../store/meeting-store.ts';
import { awaitRule, withPin } from '../telephone/add-telephone-access.ts';

const minute = 60_000;
const replayWindow = 10 * minute;

type OpenRequest = { readonly displayName?: string | undefined; readonly idempotencyKey: string | null };

/**
 * Opens a meeting and admits its opener as moderator. The same key from the same agent within ten minutes answers the
 * same meeting and person, tokens signed afresh; with another body it is refused with idempotency-conflict. Refuses with
 * too-many-requests an agent who has as many open as one may have, with service-busy where all have.
 */
export async function openMeeting(
  deps: MeetingDeps,
  agent: Agent,
  request: OpenRequest,
): Promise<Result<Admission, Refusal>> {
  const name = openerName(agent, request.displayName);
  if (!name.ok) return name;
  const now = deps.store.now();
  const opener = newPerson(deps, {
    displayName: name.value,
    role: 'moderator',
    verified: agent.displayName === undefined ? 'guest' : 'agent',
    opener: true,
  });
  const meeting = await withPin(deps, {
    ...newMeeting(deps, opener, now),
    opener: openerOf(agent),
  });
  const replay = replayOf(agent, request, now);
  const created = await deps.store.create({
    state: meeting,
    openerIdentity: opener.identity,
    replay,
    maxMeetings: deps.limits.maxMeetings,
    // Without sign-in all agents are the same one: a limit for one of them would be a limit for all.
    maxOfOpener: agent.displayName === undefined ? null : deps.limits.maxMeetingsOfAgent,
  });
  if (created.kind !== 'created') void deps.telephone?.release(meeting.telephone);
  switch (created.kind) {
    case 'conflict':
      return refuse('idempotency-conflict');
    case 'busy':
      return refuse('service-busy', { retryAfter: 30 });
    case 'too-many':
      return refuse('too-many-requests', { retryAfter: 60 });
    case 'replayed':
      return readmit(deps, created);
    case 'created': {
      const [placed] = await Promise.all([deps.meetingRooms.ensure(meeting), awaitRule(deps, meeting)]);
      if (!placed.ok) {
        // A meeting whose links nobody received would only wait for its end. The key goes with it, so that the
        // request can be repeated.
        const left = await deps.store.find(meeting.id);
        await deps.store.withdraw(meeting.id, replay?.key ?? null);
        void deps.telephone?.release((left ?? meeting).telephone);
        return placed;
      }
      deps.audit.note(meeting.id, { event: 'opened', by: opener.identity, agent });
      deps.log.info({ reference: referenceOf(meeting.id) }, 'meeting opened');
      // The opener's seat was created with the meeting; its room may have changed since.
      const opened = await findOpenMeeting(deps, meeting.id);
      return opened ? ok(await writeAdmission(deps, opened, opener)) : refuse('meeting-over');
    }
    default:
      return unreachable(created);
  }
}

/** Who opened the meeting, once more; it may be over by now. */
async function readmit(
  deps: MeetingDeps,
  { meetingId, identity }: { readonly meetingId: string; readonly identity: string },
): Promise<Result<Admission, Refusal>> {
  const meeting = await findOpenMeeting(deps, meetingId);
  const opener = meeting && personOf(meeting, identity);
  if (!opener) return refuse('meeting-over');
  const admitted = await admit(deps, meetingId, opener);
  if (!admitted.ok) return admitted;
  // Moderators do not wait.
  return 'waiting' in admitted.value ? refuse('service-error') : ok(admitted.value);
}

function newMeeting(
  { randomBytes, limits, instanceName }: MeetingDeps,
  opener: Person,
  now: number,
): MeetingState {
  const empty: MeetingState = {
    version: 1,
    id: randomBytes(meetingIdBytes).toString('base64url'),
    room: newRoomName(instanceName, randomBytes),
    roomSid: null,
    createdAt: now,
    expiresAt: now + Math.round(limits.maxMinutes * minute),
    maxParticipants: limits.maxParticipants,
    patience: {
      empty: Math.round(limits.emptyMinutes * minute),
      neverJoined: Math.round(limits.neverJoinedMinutes * minute),
    },
    opener: null,
    locked: false,
    waitingRoom: false,
    moderatorLinkClosed: false,
    policy: { microphone: true, camera: true, screen: true },
    spotlight: null,
    telephone: null,
    lastPresentAt: null,
    people: {},
    doubled: [],
    intrudersSeenAt: null,
    intrudersLeftAt: null,
  };
  return takeSeat(empty, opener, now).state;
}

function replayOf(agent: Agent, { idempotencyKey, displayName }: OpenRequest, now: number): Replay | null {
  if (idempotencyKey === null) return null;
  return {
    key: digest([agent.id, idempotencyKey]),
    fingerprint: digest([displayName ?? null]),
    until: now + replayWindow,
  };
}
