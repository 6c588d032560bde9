import { z } from 'zod';
import { isLoopbackHost } from './loopback-host.ts';

/** Where LiveKit is: with TLS, or on this machine. What is said in a meeting goes there, under a token in the address. */
export const mediaAddress = z.url().refine((address) => {
  // Asked also of what the first check refused.
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'wss:' || (protocol === 'ws:' && isLoopbackHost(hostname));
}, 'must begin with wss://');
