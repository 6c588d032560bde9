import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopbackHost } from '../../shared/loopback-host.ts';

const originOf = (text: string, schemes: readonly string[]): URL | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = `${url.protocol}//${url.host}`;
  return schemes.includes(url.protocol) && (text === bare || text === `${bare}/`) ? url : null;
};

export const origin = (schemes: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => originOf(text, schemes) !== null,
      `must be an address of ${schemes.join(' or ')} with nothing after the host`,
    );

/** Where clients come: codes and tokens go there, and links of the app mean TLS on every host but loopback. */
export const publicOrigin = (secure: 'https:' | 'wss:', plain: 'http:' | 'ws:') =>
  z.string().refine((text) => {
    const url = originOf(text, [secure, plain]);
    return url !== null && (url.protocol === secure || isLoopbackHost(url.hostname));
  }, `must be an address of ${secure} (${plain} on loopback only) with nothing after the host`);

export const redisAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol),
    'must be redis:// or rediss://',
  );

/** Without port, scheme or brackets: as Node takes it. */
export const listenAddress = z
  .string()
  .refine(
    (text) => isIP(text) !== 0 || /^[a-z](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text),
    'must be an address or a name of this machine',
  );

/** The proxies that we believe about a client's address. Not everybody: clients could choose their own address. */
export const trustedProxies = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((range) => range.trim()))
  .transform((ranges) => ranges.filter((range) => range !== ''))
  .refine(
    (ranges) => ranges.every(isRange),
    'must be addresses or CIDR ranges (not /0), separated by commas',
  );

function isRange(text: string): boolean {
  const [, address = '', , bits] = /^([\da-f.:]+)(\/(\d{1,3}))?$/i.exec(text) ?? [];
  const family = isIP(address);
  if (family === 0 || bits === undefined) return family !== 0;
  return Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128);
}
