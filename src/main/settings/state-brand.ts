import type { Discovery } from '../../shared/discovery.ts';
import { isLoopbackHost } from '../../shared/loopback.ts';
import type { Settings } from '../../shared/settings/settings.ts';

type Where = Pick<Settings, 'server' | 'stateBrandHosts'> & { readonly isPackaged: boolean };

/**
 * The State's mark and links are the service's word only where the administrator names its host, or while developing.
 * Anybody can write `state: true`, and most users may choose their service.
 */
export function withStateBrand(
  discovery: Discovery,
  { server, stateBrandHosts, isPackaged }: Where,
): Discovery {
  const { host, hostname } = new URL(server);
  const mayCarry = stateBrandHosts.includes(host) || (!isPackaged && isLoopbackHost(hostname));
  const { brand } = discovery;
  return mayCarry || !brand.state ? discovery : { ...discovery, brand: { ...brand, state: false } };
}
