import { z } from 'zod';

/** What the page runs on; `web`: a browser, on whatever system. */
export const hostPlatform = z.enum(['linux', 'darwin', 'win32', 'web']);
export type HostPlatform = z.infer<typeof hostPlatform>;

/** The system's own pages about devices. */
export const settingsPage = z.enum(['microphone', 'camera', 'speaker', 'screen']);
export type SettingsPage = z.infer<typeof settingsPage>;
