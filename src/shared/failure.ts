import { z } from 'zod';

/**
 * Refusals of the meeting service, with the HTTP status of each (contract: Errors). The calls that answer one name it in
 * `service-api.ts`; what the window does after it is in `renderer/features/meeting/failure-outcomes.ts`.
 */
export const serviceFailures = {
  'bad-request': 400,
  'not-signed-in': 401,
  removed: 403,
  'not-allowed': 403,
  'not-an-agent': 403,
  'meeting-over': 404,
  'meeting-full': 409,
  'idempotency-conflict': 422,
  'meeting-locked': 423,
  'too-many-requests': 429,
  'service-error': 500,
  'media-unreachable': 503,
  'service-busy': 503,
} as const;

/** What only the app can find out. */
const appFailures = [
  'no-server',
  'link-invalid',
  'server-not-allowed',
  'service-unreachable',
  'not-a-service',
  'certificate-untrusted',
  'proxy-authentication',
  'offline',
  'app-too-old',
  'joined-elsewhere',
  'session-expired',
  'sign-in-unreachable',
  'sign-in-answer-wrong',
  'sign-in-for-another',
  'clock-wrong',
  'entry-refused',
  'app-error',
] as const;

export type ServiceFailureCode = keyof typeof serviceFailures;
const serviceFailureCodes = Object.keys(serviceFailures) as [ServiceFailureCode, ...ServiceFailureCode[]];
export const failureCode = z.enum([...serviceFailureCodes, ...appFailures]);
export type FailureCode = z.infer<typeof failureCode>;

/** Whether a participation token that was refused with this will be refused for ever. */
export const endsParticipation = (code: FailureCode): boolean =>
  code === 'meeting-over' || code === 'removed';

/** What crosses a boundary when something is refused: a code, never a sentence; the words are in `words/`. */
export const failure = z.object({
  code: failureCode,
  /** Seconds after which a new try makes sense. */
  retryAfter: z.number().int().nonnegative().optional(),
  /** The member of the request that was wrong. */
  field: z.string().max(100).optional(),
  /** Of `too-many-requests` and `service-busy`: the token could not be judged; nothing was said of the request itself. */
  ofCredentials: z.literal(true).optional(),
  /** Of `clock-wrong`: by how many ms this computer's clock is ahead; negative where it is behind. */
  clockAheadMs: z.number().int().optional(),
});
export type Failure = z.infer<typeof failure>;

/** `application/problem+json` as the service writes it (RFC 9457). */
export const problem = z.object({
  type: z.templateLiteral(['urn:visio-agents:failure:', z.enum(serviceFailureCodes)]),
  title: z.string(),
  status: z.number().int(),
  field: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
