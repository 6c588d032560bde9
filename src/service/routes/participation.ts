import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ok } from '../../shared/result.ts';
import { admit } from '../meetings/entering/admit.ts';
import { endByModerator } from '../meetings/ending/end-meeting.ts';
import { findParticipation } from '../meetings/find-participation.ts';
import { setHand } from '../meetings/moderating/set-hand.ts';
import { leaveMeeting } from '../meetings/ending/leave-meeting.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import { serve } from '../http/serve-route.ts';

export function participationRoutes(app: FastifyInstance, deps: MeetingDeps): void {
  serve(app, 'rejoin', async (_body, request) => {
    const found = await findParticipation(deps, bearerToken(request));
    if (!found.ok) return found;
    const { meeting, person } = found.value;
    return admit(deps, meeting.id, person, { lostRoom: true });
  });

  serve(app, 'leave', async (_body, request) => {
    const found = await findParticipation(deps, bearerToken(request));
    if (!found.ok) return found;
    await leaveMeeting(deps, found.value.meeting, found.value.person);
    return ok();
  });

  for (const [call, raised] of [
    ['raiseHand', true],
    ['lowerHand', false],
  ] as const) {
    serve(app, call, async (_body, request) => {
      const found = await findParticipation(deps, bearerToken(request));
      return found.ok ? setHand(deps, found.value.meeting.id, found.value.person.identity, raised) : found;
    });
  }

  serve(app, 'endMeeting', async (_body, request) => {
    const found = await findParticipation(deps, bearerToken(request));
    if (!found.ok) return found;
    return endByModerator(deps, found.value.meeting.id, found.value.person.identity);
  });
}

/** The empty string if there is none, which is never a valid token. */
export const bearerToken = (request: FastifyRequest): string =>
  /^Bearer ([^\s]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
