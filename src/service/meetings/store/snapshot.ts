import { z } from 'zod';
import { meetingState } from '../meeting-state.ts';
import { storedObject } from './stored-object.ts';

const savedReplay = storedObject({
  key: z.string(),
  fingerprint: z.string(),
  until: z.number(),
  /** The meeting that the key opened, and its opener. */
  meetingId: z.string(),
  identity: z.string(),
});
export type SavedReplay = z.infer<typeof savedReplay>;

/** All that the embedded store knows, as it stands in the file. No token, no code, no key that opens anything. */
export const snapshot = storedObject({
  version: z.literal(2),
  /** When it was written, by the store's clock: no later process goes by an earlier time. */
  at: z.number().default(0),
  meetings: z.array(meetingState),
  replays: z.array(savedReplay),
  doomed: z.array(storedObject({ name: z.string(), until: z.number() })),
});
export type Snapshot = z.infer<typeof snapshot>;

export const emptySnapshot: Snapshot = { version: 2, at: 0, meetings: [], replays: [], doomed: [] };
