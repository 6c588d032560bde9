import type { Egress } from '../page/egress.ts';
import type { PassProxy } from '../../client/service-client.ts';

type Deps = {
  /** As Chromium writes it: `DIRECT`, `PROXY name:port`. */
  readonly resolveProxy: (address: string) => Promise<string>;
  readonly egress: Pick<Egress, 'allowMain'>;
  readonly passProxy: PassProxy;
};

/**
 * LiveKit may be behind another proxy than the service. The window's WebSocket is never asked for a password, so main asks
 * first, where there is a proxy at all. `livekitUrl` is `ws(s)://…`, as a service wrote it. Never rejects: whoever then finds
 * no way says so.
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
