import { z } from 'zod';

/** What the page runs on; `web`: a browser, on whatever system. */
export const hostPlatform = z.enum(['linux', 'darwin', 'win32', 'web']);
export type HostPlatform = z.infer<typeof hostPlatform>;

/** What the system does for a page. */
export const capabilities = z.object({
  /** Linux has no page of settings that could be opened by name, and a browser lets no page open its own. */
  openSystemSettings: z.boolean(),
  /** The system itself asks its user when a device is first opened: of all systems only macOS does. */
  promptForDevices: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilities>;

export const capabilitiesOn = (platform: HostPlatform): Capabilities => ({
  openSystemSettings: platform === 'darwin' || platform === 'win32',
  promptForDevices: platform === 'darwin',
});

/** The system's own pages about devices. */
export const settingsPage = z.enum(['microphone', 'camera', 'speaker', 'screen']);
export type SettingsPage = z.infer<typeof settingsPage>;
