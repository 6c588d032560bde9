import type { FastifyInstance } from 'fastify';
import { ok } from '../../shared/result.ts';
import { refuse } from '../http/problem.ts';
import { findParticipation } from '../meetings/entering/find-meeting.ts';
import { moderate } from '../meetings/moderating/moderate.ts';
import type { Parts } from '../meetings/deps.ts';
import { mayModerate } from '../meetings/moderating/rights.ts';
import { whoWaits } from '../meetings/entering/waiting-room.ts';
import { bearerToken } from './participation.ts';
import { serve } from '../http/serve-route.ts';

export function moderationRoutes(app: FastifyInstance, parts: Parts): void {
  serve(app, 'waiting', async (_body, request) => {
    const found = await findParticipation(parts, bearerToken(request));
    if (!found.ok) return found;
    if (!mayModerate(found.value.person, parts.store.now())) return refuse('not-allowed');
    return ok(
      whoWaits(found.value.meeting).map(({ identity, displayName, verified, place }) => ({
        identity,
        displayName,
        verified,
        since: new Date(place.since).toISOString(),
      })),
    );
  });

  serve(app, 'moderate', async (wish, request) => {
    const found = await findParticipation(parts, bearerToken(request));
    if (!found.ok) return found;
    const { meeting, person } = found.value;
    return moderate(parts, meeting.id, person.identity, wish);
  });
}
