import { z } from 'zod';

/** What somebody may send; LiveKit's screen share has sound of its own, which goes with the picture. */
export const source = z.enum(['microphone', 'camera', 'screen']);
export type Source = z.infer<typeof source>;

const identity = z.string().min(1).max(200);
const identityOrAll = z.union([z.literal('all'), identity]);

/** What a moderator may ask for. */
export const moderation = z.discriminatedUnion('action', [
  /** Soft: whoever is muted may unmute. */
  z.strictObject({ action: z.literal('mute'), target: identity }),
  /** Everybody but whoever asks. */
  z.strictObject({ action: z.literal('mute-all') }),
  z.strictObject({
    action: z.literal('set-publishing'),
    target: z.union([z.literal('participants'), identity]),
    source,
    allowed: z.boolean(),
  }),
  z.strictObject({ action: z.literal('remove'), target: identity }),
  z.strictObject({ action: z.literal('set-locked'), locked: z.boolean() }),
  z.strictObject({ action: z.literal('set-waiting-room'), on: z.boolean() }),
  z.strictObject({ action: z.enum(['admit', 'refuse']), target: identityOrAll }),
  z.strictObject({ action: z.literal('lower-hand'), target: identityOrAll }),
  z.strictObject({ action: z.literal('promote'), target: identity }),
  /** Whoever interprets, in sign language or by voice: as many as are needed. */
  z.strictObject({ action: z.literal('set-interpreter'), target: identity, on: z.boolean() }),
  /** Whom everybody is to see large; null: nobody more than others. */
  z.strictObject({ action: z.literal('set-spotlight'), target: identity.nullable() }),
  /** Whoever comes by the moderator link is one again: the removal of a moderator closes it. */
  z.strictObject({ action: z.literal('reopen-moderator-link') }),
]);
export type Moderation = z.infer<typeof moderation>;
