import type { FastifyInstance } from 'fastify';
import { isLoopbackHost } from '../../shared/loopback-host.ts';
import { sendProblem } from './problem.ts';
import { policyOf } from './route-policies.ts';

/**
 * For a service without sign-in: a web page elsewhere can let a name of its own point to 127.0.0.1 and make the
 * browser send requests there (DNS rebinding), or simply post across origins. Both carry a Host or an Origin that is
 * not ours.
 */
export function refuseForeignRequests(app: FastifyInstance, publicOrigin: () => string): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    const ours = new URL(publicOrigin());
    const foreign = !isOurs(`http://${host ?? ''}`, ours) || (origin !== undefined && !isOurs(origin, ours));
    return foreign ? sendProblem(reply, { code: 'not-allowed' }) : undefined;
  });
}

/**
 * For a service that others can reach: a request under another host name was not meant for it. It comes from a proxy
 * that was set up wrongly, or from a page whose own name points here.
 */
export function refuseOtherHosts(app: FastifyInstance, publicOrigin: () => string): void {
  app.addHook('onRequest', async (request, reply) => {
    // A balancer, a collector and LiveKit, which signs, ask an instance by its own address.
    if (policyOf(request).host === 'any') return undefined;
    const { protocol, host } = new URL(publicOrigin());
    const asked = `${protocol}//${request.headers.host ?? ''}`;
    // The same name may be written differently: with its usual port, or in capitals.
    const same = /^[^/]+\/\/[^/\\?#@]+$/.test(asked) && URL.canParse(asked) && new URL(asked).host === host;
    return same ? undefined : sendProblem(reply, { code: 'not-allowed' });
  });
}

/** The same port under any name that can only mean this machine. */
function isOurs(text: string, ours: URL): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  // Only a host: a URL may hold a path or a user name, these headers may not.
  if (!/^https?:\/\/[^/\\?#@]+$/i.test(text)) return false;
  return isLoopbackHost(url.hostname) && url.port === ours.port && url.protocol === ours.protocol;
}
