import { z } from 'zod';
import { mediaAddress } from './media-address.ts';
import { invitationCodePattern, parseInvitationLink } from './invitation-link.ts';
import { roles, verifications } from './participant-attributes.ts';

/** RFC 3339 in UTC with milliseconds, the only way a time is written on the wire. */
const instant = z.iso.datetime({ precision: 3 });

export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

export const verified = z.enum(verifications);

export const invitationCode = z.string().regex(invitationCodePattern);

// Links, reference, number and PIN stand in the app's own sentences and in the mail that it writes in its user's name: they
// are what they are called, and no room for words or other addresses of the service. The contract fixes how a link is
// written, so another one is refused. It does not fix the rest: what does not fit is left out, and the meeting goes on.

const invitationAddress = z
  .url()
  .refine((address) => parseInvitationLink(address).ok, 'must be an invitation');

const meetingLinks = z.object({
  participant: invitationAddress,
  /** Moderators only. */
  moderator: invitationAddress.optional(),
});

const telephone = z.object({
  number: z.string().regex(/^\+\d(?: ?\d){5,14}$/),
  pin: z.string().regex(/^\d{4,20}$/),
});

/** Of a meeting whose service writes references in another way than ours. */
const noReference = '';

const meeting = z.object({
  id: z.string(),
  /** Short, shown to people and written in logs; opens nothing. */
  reference: z
    .string()
    .regex(/^[A-Z0-9-]{3,16}$/)
    .catch(noReference),
  title: z.string(),
  welcome: z.string(),
  role,
  createdAt: instant,
  expiresAt: instant,
  /** The service's clock when it answered: what the time left is counted from, whatever the desktop's clock says. */
  serverNow: instant,
  maxParticipants: z.number().int().positive(),
  links: meetingLinks,
  telephone: telephone.nullable().catch(null),
});
export type Meeting = z.infer<typeof meeting>;

const participant = z.object({ identity: z.string(), displayName: z.string(), verified });

/** Everything that one person needs to be in one meeting. */
export const admission = z.object({
  meeting,
  participant,
  livekitUrl: mediaAddress,
  livekitToken: z.string(),
  participationToken: z.string(),
});
export type Admission = z.infer<typeof admission>;

/** Whoever waits is told by an event when they may rejoin, or that they may not. */
export const waiting = z.object({ waiting: z.literal(true), participationToken: z.string() });
export type Waiting = z.infer<typeof waiting>;

/** Somebody who waits, as moderators see them; the oldest first. */
export const waitingPerson = z.object({
  identity: z.string(),
  displayName: z.string(),
  verified,
  since: instant,
});

/** An open meeting, for the agent who opened it. */
export const ownMeeting = z.object({
  id: z.string(),
  createdAt: instant,
  expiresAt: instant,
  links: meetingLinks,
});
export type OwnMeeting = z.infer<typeof ownMeeting>;

/** What a code opens, before anybody has joined. */
export const lookup = z.object({
  meetingId: z.string(),
  role,
  title: z.string(),
  expiresAt: instant,
  serverNow: instant,
  full: z.boolean(),
  locked: z.boolean(),
  waitingRoom: z.boolean(),
});
export type Lookup = z.infer<typeof lookup>;

export const endReason = z.enum(['moderator', 'time', 'empty', 'removed']);
export type EndReason = z.infer<typeof endReason>;
