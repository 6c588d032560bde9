import type { FastifyInstance } from 'fastify';
import { isLoopbackHost } from '../shared/loopback.ts';
import { sendProblem } from './errors.ts';

/**
 * For a service without sign-in: a web page elsewhere can point a name of its own at 127.0.0.1 and have the browser
 * ask in its name (DNS rebinding), or simply post across origins. Both carry a Host or an Origin that is not ours.
 */
export function refuseForeignRequests(app: FastifyInstance, publicOrigin: () => string): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    const ours = new URL(publicOrigin());
    const foreign = !isOurs(`http://${host ?? ''}`, ours) || (origin !== undefined && !isOurs(origin, ours));
    return foreign ? sendProblem(reply, { code: 'not-allowed' }) : undefined;
  });
}

/** The same port under any name that can only mean this machine. */
function isOurs(text: string, ours: URL): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  // Nothing beside the host: no path, no user name, which a URL may hold and these headers may not.
  if (!/^https?:\/\/[^/\\?#@]+$/i.test(text)) return false;
  return isLoopbackHost(url.hostname) && url.port === ours.port && url.protocol === ours.protocol;
}
