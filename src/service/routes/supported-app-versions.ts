/** Released versions of the app, the oldest first; the last one goes with this service. */
const released = ['0.1.0'] as const;

/** The app of this version and those of the two before: desktops of a fleet are updated when their administrator says so. */
export const servedApps: readonly string[] = released.slice(-3);

/** What the discovery document calls `minimumApp`: an older app asks its user to update. */
export const oldestAppServed: string = released.slice(-3)[0] ?? released[0];
