/** The most that a meeting may be; a service's settings may only lower it (product: rules of a temporary meeting). */
export const limits = {
  maxParticipants: 100,
  maxMinutes: 280,
  emptyMinutes: 10,
  neverJoinedMinutes: 30,
} as const;
