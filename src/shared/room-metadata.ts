import { readInstant, writeInstant } from './instant.ts';
import { parseJson } from './parse-json.ts';

/** What the service writes about a meeting as metadata of LiveKit's room, readable by everybody in it. */
export type RoomMetadata = {
  /** When the meeting ends (ms since 1970). */
  readonly expiresAt: number;
  readonly locked: boolean;
  /** What participants may send. */
  readonly policy: { readonly microphone: boolean; readonly camera: boolean; readonly screen: boolean };
  /** Identity of whom a moderator has put forward for everybody; null while it is nobody. */
  readonly spotlight: string | null;
};

/** Ours have some 200 characters; a service of another release may add to them, and each app reads them at each change. */
const mostCharacters = 10_000;

export function writeRoomMetadata({ expiresAt, locked, policy, spotlight }: RoomMetadata): string {
  const { microphone, camera, screen } = policy;
  return JSON.stringify({
    v: 1,
    expiresAt: writeInstant(expiresAt),
    locked,
    policy: { microphone, camera, screen },
    spotlight,
  });
}

/**
 * Null if the room does not say all of it, or says it in another version; members that came later may be missing. There is
 * no zod here: the window loads none.
 */
export function readRoomMetadata(text: string): RoomMetadata | null {
  if (text.length > mostCharacters) return null;
  const { v, expiresAt, locked, policy, spotlight } = membersOf(parseJson(text));
  const at = readInstant(expiresAt);
  const { microphone, camera, screen } = membersOf(policy);
  if (v !== 1 || at === null || !isBoolean(locked)) return null;
  if (!isBoolean(microphone) || !isBoolean(camera) || !isBoolean(screen)) return null;
  const isSomebody = typeof spotlight === 'string' && spotlight !== '';
  return {
    expiresAt: at,
    locked,
    policy: { microphone, camera, screen },
    spotlight: isSomebody ? spotlight : null,
  };
}

/**
 * When the meeting of a room ends (ms since 1970), according to the room's metadata; null if they do not say. Nothing
 * else is read: whatever another release adds or leaves out, a room must end at its deadline and not before.
 */
export const deadlineOf = (text: string): number | null =>
  readInstant(membersOf(parseJson(text))['expiresAt']);

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
