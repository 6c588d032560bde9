import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { FindAgent } from './agents/agent.ts';
import { limitConcurrency } from './http/concurrency-limit.ts';
import type { Config } from './config/config.ts';
import { sendProblem } from './http/problem.ts';
import type { FailureLimiter } from './http/failure-limiter.ts';
import { refuseForeignRequests, refuseOtherHosts } from './http/host-guard.ts';
import { logRequests, meetingOf } from './http/request-log.ts';
import type { MeetingDeps } from './meetings/deps.ts';
import { measureRequests } from './operation/metrics/request-metrics.ts';
import type { Monitoring } from './operation/monitoring.ts';
import { discoveryRoute } from './routes/discovery.ts';
import { eventsRoute } from './routes/events.ts';
import { healthRoute, readinessRoute } from './routes/health.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { landingRoute } from './routes/landing.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { metricsRoute } from './routes/metrics.ts';
import { networkCheckRoute } from './routes/network-check.ts';
import { moderationRoutes } from './routes/moderation.ts';
import { StoreUnreachable } from './redis/connection.ts';
import { openApiRoute } from './routes/openapi.ts';
import { participationRoutes } from './routes/participation.ts';
import { webhookRoute } from './routes/webhook.ts';
import { createWebhookReader } from './livekit/webhook-reader.ts';
import { refuseAmbiguousRequests } from './http/ambiguous-requests.ts';
import { answerMalformedRequests } from './http/malformed-requests.ts';
import { limitWrongTokens } from './http/wrong-token-limit.ts';

type Deps = {
  readonly config: Config;
  readonly deps: MeetingDeps;
  readonly findAgent: FindAgent;
  readonly failureLimiter: FailureLimiter;
  readonly monitoring: Monitoring;
  readonly logger: FastifyBaseLogger;
};

/** Whether this service has the app as a web page, at /m/: not in this version. */
const webClient = false;
/** The largest body that we read, in bytes: a name and a code are a tenth of it. nginx-service.conf says the same. */
export const maxBody = 16_384;
/**
 * As many bytes of headers as we read: all that nginx lets pass (`large_client_header_buffers` in nginx.conf) and what it
 * adds. A browser sends the cookies of all the administration's sites along with an invitation.
 */
const maxHeaders = 288 * 1024;

/** The whole HTTP side of the service; it listens to nobody until asked to. */
export async function buildApp({
  config,
  deps,
  findAgent,
  failureLimiter,
  monitoring,
  logger,
}: Deps): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    bodyLimit: maxBody,
    requestTimeout: 10_000,
    connectionTimeout: 60_000, // silence on a socket; event streams say something every 15 s
    keepAliveTimeout: 30_000,
    http: {
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5000,
      maxHeaderSize: maxHeaders,
      requireHostHeader: false, // checked by refuseAmbiguousRequests, which answers in our format
    },
    trustProxy: config.trustProxy,
    // A code of any length is answered as a dead link, not as another kind of mistake.
    routerOptions: { maxParamLength: maxHeaders },
    return503OnClosing: false,
    // Fastify's own log lines contain the URL, and /r/<code> opens a meeting.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, { code: 'bad-request' }),
    clientErrorHandler: answerMalformedRequests(config),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, { code: 'bad-request' }, 404));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusedByUs = error.statusCode !== undefined && error.statusCode < 500;
    if (refusedByUs) return sendProblem(reply, { code: 'bad-request', ...wrongField(error) });
    // The store will be back in a moment, or another instance answers; nothing was decided.
    if (error instanceof StoreUnreachable) return sendProblem(reply, { code: 'service-busy', retryAfter: 2 });
    request.log.error(
      { route: request.routeOptions.url, ...meetingOf(request, deps), err: error },
      'a request failed',
    );
    return sendProblem(reply, { code: 'service-error' });
  });
  addSecurityHeaders(app, config.publicUrl.protocol === 'https:');
  measureRequests(app, monitoring.metrics);
  limitConcurrency(app, config.maxRequests);
  logRequests(app, deps);
  app.addHook('preClose', async () => deps.announcements.closeAll());
  refuseAmbiguousRequests(app);
  const refuseOthers = config.agents ? refuseOtherHosts : refuseForeignRequests;
  refuseOthers(app, deps.publicOrigin);

  limitWrongTokens(app, failureLimiter);
  await openApiRoute(app);
  discoveryRoute(app, config, webClient);
  meetingRoutes(app, deps, findAgent);
  invitationRoutes(app, deps, findAgent, failureLimiter);
  participationRoutes(app, deps);
  moderationRoutes(app, deps);
  networkCheckRoute(app, deps, config.maxNetworkChecksPerMinute);
  eventsRoute(app, deps, { most: config.maxStreams, open: monitoring.metrics.streams });
  webhookRoute(app, deps, createWebhookReader(config.livekit, deps.store.drift), monitoring.metrics);
  landingRoute(app, deps, { brand: config.brand, links: config.links, webClient }, failureLimiter);
  healthRoute(app);
  readinessRoute(app, monitoring.readiness);
  if (config.metrics) metricsRoute(app, monitoring);
  return app;
}

/** The member that the schema refused; a member too many has no name here. */
function wrongField(error: FastifyError): { field?: string } {
  const path = error.validation?.[0]?.instancePath.split('/')[1];
  return path ? { field: path } : {};
}

function addSecurityHeaders(app: FastifyInstance, secure: boolean): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
  });
}
