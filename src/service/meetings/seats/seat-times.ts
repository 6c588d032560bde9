/**
 * How long a seat waits for its owner, in ms: that of a token never used, and that of somebody whom LiveKit does not
 * list any more. LiveKit (1.13.5) keeps a client that died for 21.7 s itself, so a lost seat is free after 25 s.
 */
export const seatTimes = { unused: 45_000, absent: 3000 } as const;

/** So often the time of a seat is put off that nobody takes up: `rejoin` without end must not keep a seat for ever. */
export const maxRenewals = 2;

/** Whoever was in the room and is gone for less (ms) comes back; later they are a newcomer. */
export const returnMs = 5 * 60_000;

/** Before an unused seat is given away somebody must have looked, or a lost webhook would cost it. */
export const checkBeforeMs = 5000;

/** A media token is used at once; who comes later asks for another. */
export const mediaTokenSeconds = 45;

/** For so long (ms) LiveKit (1.13.5) lets somebody in with it: it grants a minute more. */
export const mediaTokenUsableMs = mediaTokenSeconds * 1000 + 60_000;

/**
 * How long (ms) somebody waits who is not listening; and, so that an instance that dies with the streams of many leaves
 * nobody waiting for ever, how far an open stream puts that off, and when it does so again.
 */
export const waitTimes = { away: 45_000, listening: 90_000, renewBefore: 60_000 } as const;
