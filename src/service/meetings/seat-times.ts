/**
 * How long a seat waits for its owner, in ms. A client that dies is dropped by LiveKit after about 22 s (1.13.5) and
 * then missed for `absent`; with the polls in between, its seat is free within 45 s. So is that of a token never used.
 */
export const seatTimes = { unused: 38_000, absent: 15_000 } as const;

/** A media token is used at once; who comes later asks for another. LiveKit grants a minute more (its leeway). */
export const mediaTokenSeconds = 60;
