/**
 * How long a seat is held (ms): for a token that was never used, and for somebody whom LiveKit no longer lists.
 * LiveKit (1.13.5) keeps a client that died for 21.7 s itself, so that a lost seat is free after 25 s:
 * `e2e/killed-client.spec.ts` waits no longer than 45 s for it.
 */
export const seatTimes = { unused: 45_000, absent: 3000 } as const;

/** How often an unused seat can be renewed: calling `rejoin` again and again must not keep a seat for ever. */
export const maxRenewals = 2;

/** Whoever was in the room and is gone for less (ms) comes back; later they are a newcomer. */
export const returnMs = 5 * 60_000;

/** Before an unused seat is given away the room must have been checked, or a lost webhook would cost it (ms). */
export const checkBeforeMs = 5000;

/** A media token is used at once; who comes later asks for another. */
export const mediaTokenSeconds = 45;

/** How long (ms) LiveKit (1.13.5) accepts it: it grants a minute more. */
export const mediaTokenUsableMs = mediaTokenSeconds * 1000 + 60_000;

/**
 * How long (ms) somebody stays in the waiting room without listening (`away`). An open stream extends that by
 * `listening` when less than `renewBefore` is left: if an instance dies with many streams, nobody waits for ever.
 */
export const waitTimes = { away: 45_000, listening: 90_000, renewBefore: 60_000 } as const;
