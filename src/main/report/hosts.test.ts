import { expect, test } from 'vitest';
import { hostsIn, proxyHosts, proxyKinds } from './hosts.ts';

test('the computers in addresses are known by their names', () => {
  expect(
    hostsIn(['https://Visio.example:8443', 'wss://media.example/x', '', undefined, 'no address']),
  ).toEqual(['visio.example', 'media.example']);
});

test.each([
  ['DIRECT', null, []],
  ['', null, []],
  ['PROXY srv-proxy:3128', 'PROXY', ['srv-proxy']],
  ['PROXY a.example:3128;SOCKS5 [::1]:1080; DIRECT', 'PROXY, SOCKS5, DIRECT', ['a.example', '[::1]', '']],
  ['HTTPS secure.example', 'HTTPS', ['secure.example']],
  ['Marie! x', '…', ['x']],
])('of %j the kind is told and the computer is not', (proxies, kinds, hosts) => {
  expect(proxyKinds(proxies)).toBe(kinds);
  expect(proxyHosts(proxies).filter(Boolean)).toEqual(hosts.filter(Boolean));
});
