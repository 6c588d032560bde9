import type { Fetch, PassProxy } from '../../client/service-client.ts';
import { mayAwaitProxyLogin } from '../network-trouble.ts';

/** The same `fetch`, which repeats the request once if a proxy refused it and is satisfied now. For requests that no user action repeats. */
export const fetchThroughProxy =
  (fetch: Fetch, passProxy: PassProxy): Fetch =>
  async (url, init) => {
    try {
      const response = await fetch(url, init);
      const isHeldBack = response.status === 407;
      return isHeldBack && (await passProxy(url, 'quiet')) === 'open' ? await fetch(url, init) : response;
    } catch (error) {
      if (!mayAwaitProxyLogin(error) || (await passProxy(url, 'quiet')) !== 'open') throw error;
      return fetch(url, init);
    }
  };
