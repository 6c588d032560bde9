/** « 2026-11-23 09:12:03 » from an ISO 8601 time; like the whole report it is in UTC. */
export const describeTime = (at: string): string => at.slice(0, 19).replace('T', ' ');
