import { z } from 'zod';
import { deviceKinds, type SystemFacts } from '../devices/system-facts.ts';
import { settingsPage } from '../host-system.ts';
import { nothing, type CallTable } from './call-table.ts';

const mediaKind = z.enum(['microphone', 'camera']);
export type MediaKind = z.infer<typeof mediaKind>;
/** `unknown`: the system has no such switch (Linux) or does not tell. */
const mediaAccess = z.enum(['granted', 'denied', 'restricted', 'unknown']);
export type MediaAccess = z.infer<typeof mediaAccess>;

/** Read by main as it is. */
const systemFacts = z.custom<SystemFacts>();
const systemAccess = z.custom<SystemFacts['access']>();

/** More than anybody opens of the system's pages. */
const openedSettings = { number: 10, withinMs: 60_000 };

/** What the window asks about microphones, cameras and speakers, and the system's pages about them. */
export const mediaCallTable = {
  /** Reads the system's permission, asking the user where the system has a prompt (macOS). */
  'media:access': { input: mediaKind, output: mediaAccess },
  /** What the system says of a kind of device: asks nobody, opens no device, and answers within 1.5 s. */
  'media:look': { input: z.enum(deviceKinds), output: systemFacts },
  /** The system's permission to share the screen; `unknown` where it has no such switch. Asks nobody. */
  'media:look-at-screen': { input: nothing, output: systemAccess },
  /** For a browser that lists no sound device where the system has some; fails where it was done just now. */
  'media:restart-sound': { input: nothing, output: nothing, limit: { number: 1, withinMs: 10_000 } },
  /** Opens the system's page; fails where it has none (Linux, and Windows for the screen). */
  'media:open-settings': { input: settingsPage, output: nothing, limit: openedSettings },
} as const satisfies CallTable;
