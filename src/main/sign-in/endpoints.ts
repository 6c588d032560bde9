import type { ServerMetadata } from 'openid-client';
import { isLoopbackHost } from '../../shared/loopback-host.ts';

/**
 * The origins that a provider uses. Its page is opened by the system, which has a program for every scheme; the others get
 * tokens. @throws if one of them has no TLS and is not on this machine.
 */
export function checkEndpoints({
  authorization_endpoint: page,
  token_endpoint: tokens,
  revocation_endpoint: revocation,
  userinfo_endpoint: userinfo,
}: Readonly<ServerMetadata>): readonly string[] {
  const endpoints = [tokens, revocation, userinfo].filter((each) => each !== undefined);
  for (const each of page === undefined ? endpoints : [page, ...endpoints]) {
    const { protocol, hostname } = new URL(each);
    if (protocol !== 'https:' && !(protocol === 'http:' && isLoopbackHost(hostname)))
      throw new Error('an endpoint without TLS');
  }
  return endpoints.map((each) => new URL(each).origin);
}
