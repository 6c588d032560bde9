import { z } from 'zod';
import { mediaAddress } from './media-address.ts';

/** The way into a room of one's own, where media can be tried out until `endsAt` and no longer. */
export const networkCheckGrant = z.object({
  livekitUrl: mediaAddress,
  livekitToken: z.string(),
  endsAt: z.iso.datetime({ precision: 3 }),
});
export type NetworkCheckGrant = z.infer<typeof networkCheckGrant>;
