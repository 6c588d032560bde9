import { loadAddon } from '../load-addon.ts';
import type { RegistryAddon } from './registry.ts';

/** native-reg's compiled part. Windows only; throws if the file is missing. */
export const loadRegistryAddon = (): RegistryAddon => loadAddon('native-reg') as RegistryAddon;
