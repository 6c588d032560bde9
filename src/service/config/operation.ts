import path from 'node:path';
import { z } from 'zod';

const count = (usual: number) => z.coerce.number().int().positive().default(usual);

/** How much one instance accepts, and what it tells the operator. */
export const operationVariables = {
  VISIO_MAX_FAILURES_PER_MINUTE: z.coerce.number().int().nonnegative().default(600),
  VISIO_MAX_NETWORK_CHECKS_PER_MINUTE: z.coerce.number().int().nonnegative().default(30),
  VISIO_MAX_CALLS_PER_MINUTE: z.coerce.number().int().nonnegative().default(600),
  VISIO_MAX_MEETING_CALLS_PER_MINUTE: z.coerce.number().int().nonnegative().default(12_000),
  VISIO_MAX_ENTRIES_PER_MINUTE: z.coerce.number().int().nonnegative().default(1200),
  VISIO_MAX_REQUESTS: count(500),
  VISIO_MAX_STREAMS: count(20_000),
  VISIO_LAME_DUCK_SECONDS: z.coerce.number().nonnegative().max(120).default(0),
  VISIO_METRICS: z.enum(['true', 'false']).default('false'),
  VISIO_AUDIT_FILE: z.string().refine(path.isAbsolute, 'must be an absolute path').optional(),
  VISIO_AUDIT_DAYS: z.coerce.number().int().positive().max(3650).default(180),
};
const all = z.object(operationVariables);

export const operationOf = (given: z.infer<typeof all>) => ({
  /** 0: failures are not counted. */
  maxFailuresPerMinute: given.VISIO_MAX_FAILURES_PER_MINUTE,
  /** From one address: a school's, behind which many may be in trouble at once. 0: no limit. */
  maxNetworkChecksPerMinute: given.VISIO_MAX_NETWORK_CHECKS_PER_MINUTE,
  maxPerMinute: {
    calls: given.VISIO_MAX_CALLS_PER_MINUTE,
    meetingCalls: given.VISIO_MAX_MEETING_CALLS_PER_MINUTE,
    entries: given.VISIO_MAX_ENTRIES_PER_MINUTE,
  },
  /** At once, in this instance. */
  maxRequests: given.VISIO_MAX_REQUESTS,
  maxStreams: given.VISIO_MAX_STREAMS,
  /** How long this instance goes on serving after it announced that it is stopping. */
  lameDuckMs: given.VISIO_LAME_DUCK_SECONDS * 1000,
  metrics: given.VISIO_METRICS === 'true',
  /** Null: nothing is written. */
  audit:
    given.VISIO_AUDIT_FILE === undefined
      ? null
      : { file: given.VISIO_AUDIT_FILE, days: given.VISIO_AUDIT_DAYS },
});
