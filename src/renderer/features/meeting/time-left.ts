/** Minutes left at which everyone is told, most first (product: rules of a temporary meeting). */
export const announcedMinutes = [15, 5, 1] as const;

/** Ms until the end, by the service's clock, never negative. `skewMs` = service's clock minus the page's, which `nowMs` is. */
export const msLeft = (expiresAt: string, nowMs: number, skewMs: number): number =>
  Math.max(0, Date.parse(expiresAt) - (nowMs + skewMs));
