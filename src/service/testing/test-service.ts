import { randomBytes } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Admission } from '../../shared/meeting.ts';
import { createAudit } from '../operation/audit/audit.ts';
import { findNobody } from '../agents/agent.ts';
import { createAgentFinder } from '../agents/find-agent.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config/config.ts';
import { createMeetingDeps } from '../create-meeting-deps.ts';
import { createFailureLimiter } from '../http/failure-limiter.ts';
import { createLog } from '../operation/log.ts';
import { createMemoryStore } from '../meetings/store/memory-store.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import { takenSeats } from '../meetings/meeting-state.ts';
import { emptySnapshot } from '../meetings/store/snapshot.ts';
import type { MeetingStore } from '../meetings/store/meeting-store.ts';
import { reconcileRooms } from '../meetings/rooms/reconcile-rooms.ts';
import { meetingTasks } from '../meetings/reconciling/meeting-tasks.ts';
import { createMonitoring, type Monitoring } from '../operation/monitoring.ts';
import { allowOnlyKnownFailures } from './only-known-failures.ts';
import { createFakeMedia, type FakeMedia } from './fake-media.ts';

const origin = 'http://127.0.0.1:8080';
const start = Date.UTC(2026, 10, 22, 9);

export type TestService = {
  readonly app: FastifyInstance;
  readonly deps: MeetingDeps;
  readonly monitoring: Monitoring;
  readonly media: FakeMedia;
  readonly clock: { now: number; pass(ms: number): void };
  /** Lines of the log so far. */
  log(): string;
  /** Lines of the audit so far. */
  readonly audited: string[];
  /** Seats taken in the meeting; -1 if it is over. */
  seats(admission: Admission): Promise<number>;
  /** One turn of everything that the sweeper does. */
  sweep(): Promise<void>;
  post(path: string, body: unknown, options?: InjectOptions): Promise<LightMyRequestResponse>;
  open(): Promise<Admission>;
  join(link: string, displayName?: string): Promise<Admission>;
};

/**
 * The service as `index.ts` builds it, without a network, with a clock that stands still and a LiveKit that obeys; `wrong`
 * is what the store does instead of what it should.
 */
export async function startTestService(
  environment: NodeJS.ProcessEnv = {},
  openStore: (clock: () => number) => MeetingStore = (clock) =>
    createMemoryStore({ start: emptySnapshot, clock }),
  wrong: Partial<MeetingStore> = {},
): Promise<TestService> {
  const config = readConfig({ ...testEnvironment(), ...environment });
  if (!config.ok) throw new Error(config.error.join('\n'));
  const media = createFakeMedia();
  const clock = {
    now: start,
    pass(ms: number) {
      clock.now += ms;
    },
  };
  let written = '';
  const logger = createLog({ write: (line) => void (written += line) });
  const { monitoring, ...measured } = createMonitoring({
    store: { ...openStore(() => clock.now), ...wrong },
    media,
    maxMeetings: config.value.limits.maxMeetings,
    monotonic: () => clock.now,
  });
  const audited: string[] = [];
  const audit = createAudit({
    codeKeys: config.value.codeKeys,
    now: () => clock.now,
    write: (line) => void audited.push(line),
  });
  const deps = createMeetingDeps({
    config: config.value,
    ...measured,
    audit,
    publicOrigin: () => config.value.publicUrl.origin,
    randomBytes,
    log: logger,
  });
  const { agents } = config.value;
  // The issuer's tokens are of the real time.
  const failureLimiter = createFailureLimiter(config.value.maxFailuresPerMinute, deps.store.now);
  const findAgent = agents
    ? createAgentFinder(agents, { fetch, clock: Date.now, log: logger, failureLimiter })
    : findNobody;
  const app = await buildApp({ config: config.value, deps, findAgent, failureLimiter, monitoring, logger });
  allowOnlyKnownFailures(app);
  const post: TestService['post'] = (path, body, options = {}) =>
    app.inject({
      ...options,
      method: 'POST',
      url: path,
      headers: { host: '127.0.0.1:8080', 'content-type': 'application/json', ...options.headers },
      payload: JSON.stringify(body),
    });
  const admitted = async (path: string, body: unknown): Promise<Admission> => {
    const answer = await post(path, body);
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.json<Admission>();
  };
  return {
    app,
    deps,
    monitoring,
    media,
    clock,
    post,
    async seats({ meeting }) {
      const state = await deps.store.find(meeting.id);
      return state ? takenSeats(state, clock.now) : -1;
    },
    audited,
    log: () => written,
    async sweep() {
      await reconcileRooms(deps);
      for (const { run } of meetingTasks(deps, null)) await run();
    },
    open: () => admitted('/api/v1/meetings', {}),
    join: (link, displayName = 'Marie Gérard') =>
      admitted('/api/v1/invitations/join', { code: codeOf(link), displayName }),
  };
}

export const codeOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

export const bearer = (admission: Pick<Admission, 'participationToken'>): InjectOptions => ({
  headers: { authorization: `Bearer ${admission.participationToken}` },
});

/** Name of the LiveKit room, which only the media token tells. */
export const roomOf = (admission: Admission): string => admission.livekitToken.split(' ')[1] ?? '';

export const testEnvironment = (): NodeJS.ProcessEnv => ({
  VISIO_PUBLIC_URL: origin,
  VISIO_HOST: '127.0.0.1',
  VISIO_PORT: '8080',
  VISIO_AUTH: 'none',
  VISIO_INSTANCE_NAME: 'test',
  VISIO_LIVEKIT_API_URL: 'http://127.0.0.1:7880',
  VISIO_LIVEKIT_PUBLIC_URL: 'ws://127.0.0.1:7880',
  VISIO_LIVEKIT_API_KEY: 'key',
  VISIO_LIVEKIT_API_SECRET: 'a secret of more than thirty-two characters',
  VISIO_CODE_KEYS: Buffer.alloc(32, 7).toString('base64url'),
});
