import type { Egress } from '../page/egress.ts';
import type { PassProxy } from '../../client/service-client.ts';

type Deps = {
  /** As Chromium writes it: `DIRECT`, `PROXY name:port`. */
  readonly resolveProxy: (address: string) => Promise<string>;
  readonly egress: Pick<Egress, 'allowMain'>;
  readonly passProxy: PassProxy;
};

/**
 * LiveKit may be behind another proxy than the service. Chromium never asks the window's WebSocket for a password, so main logs
 * in first if there is a proxy. `livekitUrl` is `ws(s)://…`, as the service wrote it. Never rejects: the connection itself
 * reports if there is no way.
 */
export const openMediaWay =
  ({ resolveProxy, egress, passProxy }: Deps) =>
  async (livekitUrl: string): Promise<void> => {
    try {
      const { origin, protocol } = new URL(livekitUrl.replace(/^ws/, 'http'));
      if (protocol !== 'https:' && protocol !== 'http:') return;
      if ((await resolveProxy(origin)) === 'DIRECT') return;
      egress.allowMain(origin);
      await passProxy(origin, 'quiet');
    } catch {
      return;
    }
  };
