import { z } from 'zod';
import { parseJson } from '../../shared/parse-json.ts';
import type { MediaRoom } from '../livekit/media-server.ts';
import type { RandomBytes } from '../system/random-bytes.ts';

const prefix = (instanceName: string): string => `va-${instanceName}-`;
const random = /^check[0-9a-f]{32}$/;

/**
 * The part after the last hyphen cannot end the name of a meeting's room (room-name.ts), whatever the instances are
 * called.
 */
export const newNetworkCheckRoomName = (instanceName: string, randomBytes: RandomBytes): string =>
  `${prefix(instanceName)}check${randomBytes(16).toString('hex')}`;

export const isNetworkCheckRoom = (name: string, instanceName: string): boolean =>
  name.startsWith(prefix(instanceName)) && random.test(name.slice(prefix(instanceName).length));

const end = z.object({ endsAt: z.number() });

/** The room itself says when it ends (ms since 1970), so that any instance can end it. */
export const writeEnd = (endsAt: number): string => JSON.stringify({ v: 1, endsAt });

/** A room that does not say when it ends has no reason to stay. Whatever else another release writes is ignored. */
export function isOver({ metadata }: Pick<MediaRoom, 'metadata'>, now: number): boolean {
  const read = end.safeParse(parseJson(metadata));
  return !read.success || now >= read.data.endsAt;
}
