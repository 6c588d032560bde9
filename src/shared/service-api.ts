import { z } from 'zod';
import type { ServiceFailureCode } from './failure.ts';
import { discovery } from './discovery.ts';
import { eventsPath } from './meeting-events.ts';
import { admission, lookup, ownMeeting, waiting, waitingPerson } from './meeting.ts';
import { moderation } from './moderation.ts';
import { networkCheckGrant } from './network-check.ts';

/** Long enough for any name we accept; what it must look like is `parseDisplayName`'s business. */
const typedName = z.string().max(2000);
/** Any text of any length: a wrong code must not be told from a dead one, so its form is no reason for another answer. */
const code = z.string();
const nothing = z.strictObject({});

type Credential = 'none' | 'agent' | 'agent-if-any' | 'participation';
type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly credential: Credential;
  readonly body?: z.ZodType;
  /** Successful replies by status; `z.void()` is an empty body. */
  readonly replies: Readonly<Record<number, z.ZodType>>;
  /** What it may be refused with, beside `anyCallFails`. */
  readonly failures: readonly ServiceFailureCode[];
};

/** What every call may be refused with; `not-allowed` is for requests that name another host. */
export const anyCallFails = ['bad-request', 'not-allowed', 'service-error', 'service-busy'] as const;

const ofAgents = ['not-signed-in', 'not-an-agent', 'too-many-requests'] as const;
const ofCodes = ['meeting-over', 'too-many-requests'] as const;
export const ofParticipants = ['not-signed-in', 'removed', 'meeting-over', 'too-many-requests'] as const;
const ofEntering = ['meeting-full', 'meeting-locked', 'media-unreachable'] as const;

/** The table of HTTP routes: the service registers from it, the app's client calls by it, the OpenAPI document is made of it. */
export const serviceApi = {
  discovery: {
    method: 'GET',
    path: '/.well-known/visio-agents',
    summary: 'What this service is and where its media server is',
    credential: 'none',
    replies: { 200: discovery },
    failures: [],
  },
  openMeeting: {
    method: 'POST',
    path: '/api/v1/meetings',
    summary: 'Open a temporary meeting and be admitted to it as its moderator',
    credential: 'agent',
    body: z.strictObject({ displayName: typedName.optional() }),
    replies: { 201: admission },
    failures: [...ofAgents, 'idempotency-conflict', 'meeting-over', 'meeting-full', 'media-unreachable'],
  },
  ownMeetings: {
    method: 'GET',
    path: '/api/v1/meetings/mine',
    summary: 'The open meetings that this agent opened',
    credential: 'agent',
    replies: { 200: z.array(ownMeeting) },
    failures: ofAgents,
  },
  lookUp: {
    method: 'POST',
    path: '/api/v1/invitations/lookup',
    summary: 'What a code opens',
    credential: 'none',
    body: z.strictObject({ code }),
    replies: { 200: lookup },
    failures: ofCodes,
  },
  join: {
    method: 'POST',
    path: '/api/v1/invitations/join',
    summary: 'Take a seat in the meeting that a code opens',
    credential: 'agent-if-any',
    body: z.strictObject({ code, displayName: typedName }),
    replies: { 200: admission, 202: waiting },
    failures: [...ofCodes, ...ofEntering, 'not-signed-in'],
  },
  rejoin: {
    method: 'POST',
    path: '/api/v1/participation/rejoin',
    summary: 'Come back: same identity, same seat, fresh media token; 202 while still waiting to be admitted',
    credential: 'participation',
    body: nothing,
    replies: { 200: admission, 202: waiting },
    failures: [...ofParticipants, ...ofEntering],
  },
  raiseHand: {
    method: 'PUT',
    path: '/api/v1/participation/hand',
    summary: 'Raise the hand',
    credential: 'participation',
    replies: { 204: z.void() },
    failures: ofParticipants,
  },
  lowerHand: {
    method: 'DELETE',
    path: '/api/v1/participation/hand',
    summary: 'Lower the hand',
    credential: 'participation',
    replies: { 204: z.void() },
    failures: ofParticipants,
  },
  leave: {
    method: 'POST',
    path: '/api/v1/participation/leave',
    summary: 'Give the seat back at once',
    credential: 'participation',
    body: nothing,
    replies: { 204: z.void() },
    failures: ofParticipants,
  },
  waiting: {
    method: 'GET',
    path: '/api/v1/participation/waiting',
    summary: 'Who waits to be admitted, the oldest first (moderators)',
    credential: 'participation',
    replies: { 200: z.array(waitingPerson) },
    failures: ofParticipants,
  },
  moderate: {
    method: 'POST',
    path: '/api/v1/participation/moderate',
    summary: 'One action of a moderator',
    credential: 'participation',
    body: moderation,
    replies: { 204: z.void() },
    failures: [...ofParticipants, 'meeting-full', 'media-unreachable'],
  },
  endMeeting: {
    method: 'POST',
    path: '/api/v1/participation/end-meeting',
    summary: 'End the meeting for everybody (moderators)',
    credential: 'participation',
    body: nothing,
    replies: { 204: z.void() },
    failures: ofParticipants,
  },
  checkNetwork: {
    method: 'POST',
    path: '/api/v1/network-check',
    summary: 'A room for a minute, for one person alone, to try out how media get through',
    credential: 'none',
    body: nothing,
    replies: { 200: networkCheckGrant },
    failures: ['too-many-requests', 'media-unreachable'],
  },
} as const satisfies Record<string, Route>;

type OtherRoute = Pick<Route, 'method' | 'path' | 'credential'> & {
  /** `any`: asked of an instance by its own address. */
  readonly host: 'public' | 'any';
  /**
   * What counts against the concurrency limit: the request while it runs, or only until it is accepted (`stream`, which
   * has a limit of its own). `exempt` is answered all the more when there is much to do.
   */
  readonly concurrency: 'limited' | 'stream' | 'exempt';
};

/** Routes outside the table because they do not reply JSON of ours: a stream, and what machines ask of an instance. */
export const otherRoutes = {
  events: {
    method: 'GET',
    path: eventsPath,
    credential: 'participation',
    host: 'public',
    concurrency: 'stream',
  },
  health: { method: 'GET', path: '/healthz', credential: 'none', host: 'any', concurrency: 'exempt' },
  readiness: { method: 'GET', path: '/readyz', credential: 'none', host: 'any', concurrency: 'exempt' },
  metrics: { method: 'GET', path: '/metrics', credential: 'none', host: 'any', concurrency: 'exempt' },
  /** LiveKit signs what it sends. */
  webhook: {
    method: 'POST',
    path: '/livekit/webhook',
    credential: 'none',
    host: 'any',
    concurrency: 'limited',
  },
} as const satisfies Record<string, OtherRoute>;

export type ApiCall = keyof typeof serviceApi;
type Replies<C extends ApiCall> = (typeof serviceApi)[C]['replies'];
export type ApiReply<C extends ApiCall> = z.infer<Replies<C>[keyof Replies<C>] & z.ZodType>;
export type ApiBody<C extends ApiCall> = (typeof serviceApi)[C] extends { body: infer B extends z.ZodType }
  ? z.infer<B>
  : undefined;

export const problemContentType = 'application/problem+json';
