import type { Discovery } from '../../shared/discovery.ts';
import { isLoopbackHost } from '../../shared/loopback-host.ts';
import type { Settings } from '../../shared/settings/settings.ts';

type Where = Pick<Settings, 'server' | 'stateBrandHosts'> & { readonly isPackaged: boolean };

/**
 * The service may ask for the State's mark and links only if the administrator names its host, or in development. Any service
 * can send `state: true`, and most users may choose their service.
 */
export function withGovernmentBrand(
  discovery: Discovery,
  { server, stateBrandHosts, isPackaged }: Where,
): Discovery {
  const { host, hostname } = new URL(server);
  const mayCarry = stateBrandHosts.includes(host) || (!isPackaged && isLoopbackHost(hostname));
  const { brand } = discovery;
  return mayCarry || !brand.state ? discovery : { ...discovery, brand: { ...brand, state: false } };
}
