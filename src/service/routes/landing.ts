import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { writeAppLink } from '../../shared/invitation-link.ts';
import type { Discovery } from '../../shared/discovery.ts';
import { findInvitation } from '../meetings/find.ts';
import type { Parts } from '../meetings/parts.ts';
import type { CountFailure } from '../failure-count.ts';
import { countWrongCodes } from './invitations.ts';
import { landingPage, landingPolicy, preferredLanguage, type Landing } from './landing-page.ts';

/** Looking at an invitation changes nothing: mail scanners and link previews open it before any person does. */
export function landingRoute(
  app: FastifyInstance,
  parts: Parts,
  brand: Discovery['brand'],
  countFailure: CountFailure,
): void {
  const counted = countWrongCodes(countFailure);
  const schema = { hide: true, params: z.object({ code: z.string() }) };
  app.get<{ Params: { code: string } }>('/r/:code', { schema }, async (request, reply) => {
    const { code } = request.params;
    const found = counted(request, await findInvitation(parts, code));
    const landing: Landing = found.ok
      ? { kind: 'open', appLink: writeAppLink({ origin: parts.publicOrigin(), code }) }
      : { kind: found.error.code === 'too-many-requests' ? 'too-many' : 'dead' };
    if (landing.kind === 'too-many') reply.header('retry-after', '60');
    const language = preferredLanguage(request.headers['accept-language']);
    return reply
      .code({ open: 200, dead: 404, 'too-many': 429 }[landing.kind])
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', language)
      .header('vary', 'accept-language')
      .header('x-robots-tag', 'noindex, nofollow')
      .header('content-security-policy', landingPolicy)
      .send(landingPage(landing, language, brand));
  });
}
