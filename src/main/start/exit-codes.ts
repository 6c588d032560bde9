/** Why the app ended before it could open, as sysexits.h numbers it. */
export const exitCodes = { usage: 64, software: 70, cannotCreate: 73, tryAgain: 75 } as const;
