import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The compiled parts of npm packages that the build puts beside our own code: scripts/packaging/native-addons.ts. */
type Addon = 'keytar' | 'native-reg';

/**
 * Loads one for this system and processor, without its package's JavaScript, which looks for a node_modules that the packaged
 * app does not have. Synchronous. @throws if it, or a library that it is linked with, is missing.
 */
export const loadAddon = (name: Addon): unknown =>
  createRequire(import.meta.url)(join(import.meta.dirname, `${name}.node`));
