import { z } from 'zod';
import { endReason } from './meeting.ts';

/** Where the service sends them, as server-sent events, to whoever has a participation token. */
export const eventsPath = '/api/v1/participation/events';

/** What the service says of its own accord, and only what LiveKit cannot say. */
export const meetingEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rejoin') }),
  z.object({ type: z.literal('ended'), reason: endReason }),
  /** A moderator lets them in: rejoin. */
  z.object({ type: z.literal('admitted') }),
  z.object({ type: z.literal('refused') }),
  /** Moderators only; on connect it is left out where there is no waiting room and nobody waits. */
  z.object({ type: z.literal('waiting'), count: z.int().nonnegative() }),
]);
export type MeetingEvent = z.infer<typeof meetingEvent>;

/** Whether the meeting is over for whoever hears it. */
export const isFarewell: Readonly<Record<MeetingEvent['type'], boolean>> = {
  rejoin: false,
  ended: true,
  admitted: false,
  refused: true,
  waiting: false,
};

/** A ping comes every 15 s; a stream that is silent this long (ms) is dead. */
export const eventStream = { pingMs: 15_000, silenceMs: 20_000 } as const;
