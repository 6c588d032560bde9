/** The host names in these addresses; what is not an address is skipped. */
export const hostsIn = (addresses: readonly (string | undefined)[]): readonly string[] =>
  addresses.flatMap((address) =>
    address !== undefined && URL.canParse(address) ? [new URL(address).hostname] : [],
  );

/** The host names in Chromium's « PROXY name:port;DIRECT ». */
export const proxyHosts = (proxies: string): readonly string[] =>
  entries(proxies).map(([, address = '']) => address.replace(/:\d+$/, ''));

/** The kinds of proxies, in order; null if there is none. */
export function proxyKinds(proxies: string): string | null {
  const kinds = entries(proxies).map(([kind = '']) => (/^[A-Z0-9]{1,10}$/.test(kind) ? kind : '…'));
  return kinds.length === 0 || kinds[0] === 'DIRECT' ? null : kinds.join(', ');
}

const entries = (proxies: string): readonly (readonly string[])[] =>
  proxies
    .split(';')
    .map((entry) => entry.trim().split(/\s+/))
    .filter(([kind]) => kind !== '');
