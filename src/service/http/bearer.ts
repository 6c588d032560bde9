import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../shared/result.ts';

/** Longer texts are not tokens: this is four times what issuers with many roles write. */
const maxLength = 8192;

/**
 * The token of `Authorization: Bearer …` (RFC 6750); null if there is no such header. Reads the raw headers: if a
 * header was sent twice, Node keeps the first and a proxy may keep the other.
 */
export function readBearer({
  rawHeaders,
}: Pick<IncomingMessage, 'rawHeaders'>): Result<string | null, 'malformed'> {
  const given = rawHeaders.filter(
    (_text, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'authorization',
  );
  const [header, ...more] = given;
  if (header === undefined) return ok(null);
  if (more.length > 0 || header.length > maxLength + 'Bearer '.length) return err('malformed');
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
  return token === undefined ? err('malformed') : ok(token);
}
