import type { FastifyInstance } from 'fastify';
import { ok } from '../../shared/result.ts';
import { refuse } from '../refusal.ts';
import { findParticipation } from '../meetings/find-participation.ts';
import { moderate } from '../meetings/moderating/moderate.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import { mayModerate } from '../meetings/moderating/rights.ts';
import { whoWaits } from '../meetings/entering/waiting-room.ts';
import { bearerToken } from './participation.ts';
import { serve } from '../http/serve-route.ts';

export function moderationRoutes(app: FastifyInstance, deps: MeetingDeps): void {
  serve(app, 'waiting', async (_body, request) => {
    const found = await findParticipation(deps, bearerToken(request));
    if (!found.ok) return found;
    if (!mayModerate(found.value.person, deps.store.now())) return refuse('not-allowed');
    return ok(
      whoWaits(found.value.meeting).map(({ identity, displayName, verified, place }) => ({
        identity,
        displayName,
        verified,
        since: new Date(place.since).toISOString(),
      })),
    );
  });

  serve(app, 'moderate', async (body, request) => {
    const found = await findParticipation(deps, bearerToken(request));
    if (!found.ok) return found;
    const { meeting, person } = found.value;
    return moderate(deps, meeting.id, person.identity, body);
  });
}
