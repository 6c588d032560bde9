const knownForMs = 30_000;
/** Above this number, rooms of meetings that ended elsewhere are forgotten. */
const maxKnown = 10_000;

/** Rooms that LiveKit was recently seen to have; it must be asked about all others. */
export type KnownRooms = {
  /** At `at` (ms since 1970). */
  see(room: string, at: number): void;
  forget(room: string): void;
  /** Whether it was seen in the last 30 s. */
  has(room: string): boolean;
};

export function createKnownRooms(now: () => number): KnownRooms {
  const lastSeen = new Map<string, number>();
  return {
    see(room, at) {
      if (lastSeen.size >= maxKnown)
        for (const [each, seenAt] of lastSeen) if (at - seenAt > knownForMs) lastSeen.delete(each);
      lastSeen.set(room, at);
    },
    forget(room) {
      lastSeen.delete(room);
    },
    has(room) {
      const seenAt = lastSeen.get(room);
      return seenAt !== undefined && now() - seenAt < knownForMs;
    },
  };
}
