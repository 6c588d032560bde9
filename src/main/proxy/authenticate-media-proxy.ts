import type { RequestFilter } from '../page/request-filter.ts';
import type { PassProxy } from '../../client/service-client.ts';

type Deps = {
  /** As Chromium writes it: `DIRECT`, `PROXY name:port`. */
  readonly resolveProxy: (address: string) => Promise<string>;
  readonly requestFilter: Pick<RequestFilter, 'allowMain'>;
  readonly passProxy: PassProxy;
};

/**
 * LiveKit may be behind another proxy than the service. Chromium never asks the window's WebSocket for a password, so main logs
 * in first if there is a proxy. `livekitUrl` is `ws(s)://…`, as the service wrote it. Never rejects: the connection itself
 * reports if there is no way.
 */
export const createMediaProxyAuthenticator =
  ({ resolveProxy, requestFilter, passProxy }: Deps) =>
  async (livekitUrl: string): Promise<void> => {
    try {
      const { origin, protocol } = new URL(livekitUrl.replace(/^ws/, 'http'));
      if (protocol !== 'https:' && protocol !== 'http:') return;
      if ((await resolveProxy(origin)) === 'DIRECT') return;
      requestFilter.allowMain(origin);
      await passProxy(origin, 'quiet');
    } catch {
      return;
    }
  };
