import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Result } from '../../shared/result.ts';
import type { FindAgent } from '../agents/agent.ts';
import { findAgentIfAny } from '../agents/find-agent.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { FailureLimiter } from '../http/failure-limiter.ts';
import { joinMeeting, lookUp } from '../meetings/entering/join-meeting.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import { serve } from '../http/serve-route.ts';

export function invitationRoutes(
  app: FastifyInstance,
  deps: MeetingDeps,
  findAgent: FindAgent,
  failureLimiter: FailureLimiter,
): void {
  const counted = limitWrongCodes(failureLimiter);
  serve(app, 'lookUp', async ({ code }, request) => counted(request, await lookUp(deps, code)));
  serve(app, 'join', async (body, request) =>
    counted(request, await joinMeeting(deps, body, () => findAgentIfAny(findAgent)(request))),
  );
}

/**
 * After too many wrong codes from an address, further wrong ones get too-many-requests; a right one is never held up.
 */
export const limitWrongCodes =
  (failureLimiter: FailureLimiter) =>
  <T>(request: FastifyRequest, answer: Result<T, Refusal>): Result<T, Refusal> => {
    const wrong = !answer.ok && answer.error.code === 'meeting-over';
    return wrong && !failureLimiter(request.ip) ? refuse('too-many-requests', { retryAfter: 60 }) : answer;
  };
