import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { writeAppLink } from '../../shared/invitation-link.ts';
import type { Discovery } from '../../shared/discovery.ts';
import { noteFailure } from '../http/problem.ts';
import { dialIn } from '../meetings/telephone/dial-in.ts';
import { findInvitation } from '../meetings/entering/find-invitation.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import type { FailureLimiter } from '../http/failure-limiter.ts';
import { limitWrongCodes } from './invitations.ts';
import { landingPage, type Landing, type Operator } from './landing-page.ts';
import { landingPolicy } from './landing-style.ts';
import { deviceOf, preferredLanguage } from './landing-visitor.ts';

const statuses = { open: 200, dead: 404, 'too-many': 429 } as const;

/** Looking at an invitation changes nothing: mail scanners and link previews open it before any person does. */
export function landingRoute(
  app: FastifyInstance,
  deps: MeetingDeps,
  { webClient, ...operator }: Operator & Pick<Discovery, 'webClient'>,
  failureLimiter: FailureLimiter,
): void {
  const counted = limitWrongCodes(failureLimiter);
  const show = async (code: string, request: FastifyRequest, reply: FastifyReply) => {
    const found = counted(request, await findInvitation(deps, code));
    const landing: Landing & { readonly kind: keyof typeof statuses } = found.ok
      ? {
          kind: 'open',
          appLink: writeAppLink({ origin: deps.publicOrigin(), code }),
          browserLink: webClient ? `/m/${code}` : null,
          // Nobody can dial into a locked meeting.
          telephone: found.value.meeting.locked ? null : dialIn(deps, found.value.meeting),
          expiresAt: found.value.meeting.expiresAt,
          device: deviceOf(request.headers['user-agent']),
        }
      : { kind: found.error.code === 'too-many-requests' ? 'too-many' : 'dead' };
    if (!found.ok) noteFailure(request, found.error.code);
    if (landing.kind === 'too-many') reply.header('retry-after', '60');
    const language = preferredLanguage(request.headers['accept-language']);
    return reply
      .code(statuses[landing.kind])
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', 'fr, en')
      .header('vary', 'accept-language, user-agent')
      .header('x-robots-tag', 'noindex, nofollow')
      .header('content-security-policy', landingPolicy)
      .send(landingPage(landing, language, operator));
  };
  const schema = { hide: true, params: z.object({ code: z.string() }) };
  app.get<{ Params: { code: string } }>('/r/:code', { schema }, (request, reply) =>
    show(request.params.code, request, reply),
  );
  // A mail program may have changed the link (added a slash, broken the line): a person who follows it gets a page.
  app.get('/r/*', { schema: { hide: true } }, (request, reply) => show('', request, reply));
}
