import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Unprepared } from '../log.ts';

/** The digest that a downloaded file must have, e.g. `{ algorithm: 'sha512', base64: '…' }`. */
type Digest = { readonly algorithm: 'sha256' | 'sha512'; readonly hex: string };

/** Reads the form that npm writes into lock files: `sha512-<base64>`. */
export function digestOfIntegrity(integrity: string): Digest {
  return {
    algorithm: 'sha512',
    hex: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
  };
}

/** @throws {Unprepared} if the file is not, byte for byte, the one that was pinned. */
export async function verifyDigest(file: string, digest: Digest): Promise<void> {
  const hash = createHash(digest.algorithm);
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== digest.hex)
    throw new Unprepared(
      `What was downloaded is not what was pinned (${digest.algorithm} differs): it is not used.`,
    );
}
