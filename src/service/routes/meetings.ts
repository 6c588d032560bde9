import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ok, type Result } from '../../shared/result.ts';
import type { FindAgent } from '../agents/agent.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { openMeeting } from '../meetings/entering/open-meeting.ts';
import { meetingsOpenedBy } from '../meetings/entering/own-meetings.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import { serve } from '../http/serve-route.ts';

export function meetingRoutes(app: FastifyInstance, deps: MeetingDeps, findAgent: FindAgent): void {
  serve(app, 'openMeeting', async ({ displayName }, request) => {
    const agent = await findAgent(request);
    if (!agent.ok) return agent;
    const key = idempotencyKey(request);
    return key.ok ? openMeeting(deps, agent.value, { displayName, idempotencyKey: key.value }) : key;
  });

  serve(app, 'ownMeetings', async (_body, request) => {
    const agent = await findAgent(request);
    return agent.ok ? ok(await meetingsOpenedBy(deps, agent.value)) : agent;
  });
}

function idempotencyKey(request: FastifyRequest): Result<string | null, Refusal> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return ok(null);
  const wellFormed = typeof key === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(key);
  return wellFormed ? ok(key) : refuse('bad-request', { field: 'Idempotency-Key' });
}
