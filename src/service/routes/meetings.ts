import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ok, type Result } from '../../shared/result.ts';
import type { FindAgent } from '../agent.ts';
import { refuse, type Refusal } from '../errors.ts';
import { openMeeting } from '../meetings/open.ts';
import { meetingsOpenedBy } from '../meetings/opened-by.ts';
import type { Parts } from '../meetings/parts.ts';
import { serve } from './serve.ts';

export function meetingRoutes(app: FastifyInstance, parts: Parts, findAgent: FindAgent): void {
  serve(app, 'openMeeting', async ({ displayName }, request) => {
    const agent = await findAgent(request);
    if (!agent.ok) return agent;
    const key = idempotencyKey(request);
    return key.ok ? openMeeting(parts, agent.value, { displayName, idempotencyKey: key.value }) : key;
  });

  serve(app, 'ownMeetings', async (_body, request) => {
    const agent = await findAgent(request);
    return agent.ok ? ok(await meetingsOpenedBy(parts, agent.value)) : agent;
  });
}

function idempotencyKey(request: FastifyRequest): Result<string | null, Refusal> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return ok(null);
  const wellFormed = typeof key === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(key);
  return wellFormed ? ok(key) : refuse('bad-request', { field: 'Idempotency-Key' });
}
