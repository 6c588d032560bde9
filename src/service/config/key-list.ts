import { z } from 'zod';
import { readCanonical } from '../meetings/credentials/signing-keys.ts';

/** Keys of 32 bytes: the first signs, all verify. */
export const keyList = z
  .string()
  .transform((text) => text.split(',').map((key) => readCanonical(key.trim(), 32)))
  .refine(
    (keys) => keys.every((key) => key !== null),
    'must be base64url keys of 32 bytes, separated by commas',
  )
  .transform((keys) => keys.filter((key) => key !== null));
