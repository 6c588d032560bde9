import { z } from 'zod';

export const origin = (schemes: readonly string[]) =>
  z.string().refine(
    (text) => {
      if (!URL.canParse(text)) return false;
      const url = new URL(text);
      const bare = `${url.protocol}//${url.host}`;
      return schemes.includes(url.protocol) && (text === bare || text === `${bare}/`);
    },
    `must be an address of ${schemes.join(' or ')} with nothing after the host`,
  );

export const redisAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol),
    'must be redis:// or rediss://',
  );
