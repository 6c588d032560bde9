import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The compiled parts of npm packages that the build puts beside our own code: scripts/packaging/native-addons.ts. */
type Addon = 'keytar' | 'native-reg';

/**
 * One of them for this system and processor, without its package's JavaScript: that looks in a node_modules, and the
 * packaged app has none. Blocks while the system loads it. @throws where it, or a library that it is linked with, is missing.
 */
export const loadAddon = (name: Addon): unknown =>
  createRequire(import.meta.url)(join(import.meta.dirname, `${name}.node`));
