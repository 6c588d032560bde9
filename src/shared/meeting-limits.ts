/**
 * The most that a meeting may be; a service's settings may only lower it (product: rules of a temporary meeting). What
 * operators read and copy names the same numbers: `scripts/deploy/fill.test.ts` holds them together.
 */
export const limits = {
  maxParticipants: 100,
  maxMinutes: 280,
  emptyMinutes: 10,
  neverJoinedMinutes: 30,
} as const;
