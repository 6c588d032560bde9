import { z } from 'zod';
import { role, verified } from '../../shared/meeting.ts';

const time = z.number();

const savedMeeting = z.strictObject({
  meeting: z.strictObject({
    id: z.string(),
    room: z.string(),
    createdAt: time,
    expiresAt: time,
    maxParticipants: z.int().positive(),
    roomSid: z.string().nullable(),
    lastPresentAt: time.nullable(),
  }),
  people: z.array(
    z.strictObject({
      identity: z.string(),
      displayName: z.string(),
      role,
      verified,
      removed: z.boolean(),
      leftAt: time.nullable(),
    }),
  ),
  seats: z.array(z.strictObject({ identity: z.string(), heldUntil: time, recalled: z.boolean() })),
});
export type SavedMeeting = z.infer<typeof savedMeeting>;

const savedReplay = z.strictObject({
  key: z.string(),
  fingerprint: z.string(),
  until: time,
  /** What the key opened; null once that is over, when only the fact that the key was used is left. */
  opened: z.strictObject({ meetingId: z.string(), identity: z.string() }).nullable(),
});
export type SavedReplay = z.infer<typeof savedReplay>;

/** All that the embedded store knows, as it stands in the file. No token, no code, no key that opens anything. */
export const snapshot = z.strictObject({
  version: z.literal(1),
  meetings: z.array(savedMeeting),
  replays: z.array(savedReplay),
});
export type Snapshot = z.infer<typeof snapshot>;

export const emptySnapshot: Snapshot = { version: 1, meetings: [], replays: [] };
