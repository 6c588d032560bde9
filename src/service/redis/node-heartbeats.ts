/** What a media node last wrote of itself: its name, and its time of writing (any unit, any clock). */
export type Heartbeat = { readonly id: string; readonly at: bigint };

/** A node writes every two seconds. LiveKit gives up on one after five, and then has its rooms made twice. */
const silentMs = 4000;
/** If we could not read for this long, what we know of silences is out of date. */
const gapMs = 1500;
/** How long nodes may then take to reconnect to their Redis. */
const graceMs = 15_000;

/**
 * Finds nodes that have stopped writing while another goes on: dead, hanging or cut off. Goes by when we saw something
 * change, not by the nodes' clocks. `observe` wants to be called every half second; `now` is ms since any moment.
 */
export function createHeartbeatWatch() {
  const seen = new Map<string, { readonly at: bigint; readonly since: number }>();
  let observedAt: number | null = null;

  return {
    /** Names of the silent ones. */
    observe(beats: readonly Heartbeat[], now: number): readonly string[] {
      const wasAway = observedAt !== null && now - observedAt > gapMs;
      observedAt = now;
      if (wasAway) seen.clear();
      const present = new Set(beats.map(({ id }) => id));
      for (const id of seen.keys()) if (!present.has(id)) seen.delete(id);
      for (const { id, at } of beats) {
        const before = seen.get(id);
        if (before?.at !== at) seen.set(id, { at, since: wasAway ? now + graceMs : now });
      }
      const silent = [...seen].filter(([, { since }]) => now - since >= silentMs).map(([id]) => id);
      // If all are silent, the fault is their Redis or ours: no node could take the meetings anyway.
      return silent.length < seen.size ? silent : [];
    },
  };
}
