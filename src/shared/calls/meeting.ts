import { z } from 'zod';
import { admission, invitationCode, lookup, ownMeeting } from '../meeting.ts';
import { moderation } from '../moderation.ts';
import { nothing, type CallTable } from './call-table.ts';

export const invitationLink = z.object({ origin: z.url(), code: invitationCode });

/** What the window gets of an admission: everything but the participation token, which main uses in its name. */
const roomAdmission = admission.omit({ participationToken: true }).extend({
  /** Of the service that the meeting is on: main's word, where the links are the service's. */
  origin: z.string(),
});
export type RoomAdmission = z.infer<typeof roomAdmission>;

/** In the meeting, or in its waiting room until the event `admitted` or `refused`. */
const joined = z.union([roomAdmission, z.object({ waiting: z.literal(true) })]);
export type Joined = z.infer<typeof joined>;

/** The meeting that main remembers until it is over; `present` while nobody has clicked « Quitter ». */
export const currentMeeting = z.object({ admission: roomAdmission, present: z.boolean() });
export type CurrentMeeting = z.infer<typeof currentMeeting>;

/** A meeting that this agent opened and that still runs. */
const runningMeeting = ownMeeting.omit({ links: true });
/** `serverNow`: what time it is at the service (RFC 3339), whose clock is the one that counts. */
const runningMeetings = z.object({ serverNow: z.string(), meetings: z.array(runningMeeting) });
export type RunningMeetings = z.infer<typeof runningMeetings>;

const displayName = z.string().max(2000);

/** What the window asks about meetings. */
export const meetingCallTable = {
  'meeting:open': { input: nothing, output: roomAdmission, noted: true },
  /** Nobody wants the meeting that was just opened any more: it is ended at once. */
  'meeting:abandon': { input: nothing, output: nothing, noted: true },
  'meeting:look-up': { input: invitationLink, output: lookup, noted: true },
  'meeting:join': {
    input: z.strictObject({ link: invitationLink, displayName }),
    output: joined,
    noted: true,
  },
  /** Those that the agent who is signed in has opened, on whatever computer. */
  'meeting:mine': { input: nothing, output: runningMeetings },
  /** Into one of those, as its moderator. */
  'meeting:resume': { input: z.string().max(100), output: joined, noted: true },
  'meeting:current': { input: nothing, output: currentMeeting.nullable() },
  /** Also for who waits, once they are admitted. */
  'meeting:rejoin': { input: nothing, output: joined, noted: true },
  /** The seat is free; the meeting stays the current one, to come back to. Who waits, stops waiting. */
  'meeting:leave': { input: nothing, output: nothing, noted: true },
  /** What a moderator decides; the service refuses it from anybody else. */
  'meeting:moderate': { input: moderation, output: nothing, noted: true },
  'meeting:end': { input: nothing, output: nothing, noted: true },
} as const satisfies CallTable;
