import type { FastifyInstance } from 'fastify';
import { ok } from '../../shared/result.ts';
import type { Discovery } from '../../shared/discovery.ts';
import { oldestAppServed } from './supported-app-versions.ts';
import type { Config } from '../config/config.ts';
import { serve } from '../http/serve-route.ts';

export function discoveryRoute(app: FastifyInstance, config: Config, webClient: boolean): void {
  const document: Discovery = {
    api: { version: 1, minimumApp: oldestAppServed },
    livekitUrl: config.livekit.publicUrl,
    webClient,
    signIn: config.signIn && { ...config.signIn, scopes: ['openid', 'profile', 'offline_access'] },
    limits: { maxParticipants: config.limits.maxParticipants, maxMinutes: config.limits.maxMinutes },
    telephone: config.telephone !== null,
    brand: config.brand,
    helpDesk: config.helpDesk,
    links: config.links,
    notice: null,
    desktop: config.desktop,
  };
  serve(app, 'discovery', async (_body, _request, reply) => {
    reply.header('cache-control', 'public, max-age=300');
    return ok(document);
  });
}
