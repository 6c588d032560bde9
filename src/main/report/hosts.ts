/** Names of computers in addresses; what is no address has none. */
export const hostsIn = (addresses: readonly (string | undefined)[]): readonly string[] =>
  addresses.flatMap((address) =>
    address !== undefined && URL.canParse(address) ? [new URL(address).hostname] : [],
  );

/** Of Chromium's « PROXY name:port;DIRECT »: the names. */
export const proxyHosts = (proxies: string): readonly string[] =>
  entries(proxies).map(([, address = '']) => address.replace(/:\d+$/, ''));

/** The kinds, in order; null where nothing stands in between. */
export function proxyKinds(proxies: string): string | null {
  const kinds = entries(proxies).map(([kind = '']) => (/^[A-Z0-9]{1,10}$/.test(kind) ? kind : '…'));
  return kinds.length === 0 || kinds[0] === 'DIRECT' ? null : kinds.join(', ');
}

const entries = (proxies: string): readonly (readonly string[])[] =>
  proxies
    .split(';')
    .map((entry) => entry.trim().split(/\s+/))
    .filter(([kind]) => kind !== '');
