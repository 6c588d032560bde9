import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RegistryAddon } from './registry.ts';

/**
 * native-reg's compiled part for this processor, without its JavaScript: that looks for it in a node_modules, and the
 * packaged app has none. Windows only; throws where the file is missing.
 */
export const loadRegistryAddon = (): RegistryAddon =>
  createRequire(import.meta.url)(join(import.meta.dirname, addonFile(process.arch))) as RegistryAddon;

/** Beside the main bundle. */
const addonFile = (arch: string): string => `native-reg.win32-${arch}.node`;
