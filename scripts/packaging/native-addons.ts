import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../app/build.ts';

type Addon = {
  /** What src/main/load-addon.ts calls it. */
  readonly name: string;
  readonly systems: readonly NodeJS.Platform[];
  /** As its authors compiled it for one system and processor; from the checkout. */
  readonly file: (target: string) => string;
};

const addons: readonly Addon[] = [
  {
    name: 'keytar',
    systems: ['linux', 'darwin', 'win32'],
    file: (target) => `node_modules/keytar/prebuilds/${target}/keytar.node`,
  },
  {
    name: 'native-reg',
    systems: ['win32'],
    file: (target) => `node_modules/native-reg/prebuilds/${target}/node.napi.node`,
  },
];

/** Vite plugin: puts the compiled parts of npm packages beside our main code, only those of this system and processor. */
export const nativeAddons = (
  system: NodeJS.Platform = process.platform,
  processor: string = process.arch,
): Plugin => ({
  name: 'native-addons',
  apply: 'build',
  async generateBundle() {
    for (const { name, systems, file } of addons) {
      if (!systems.includes(system)) continue;
      const originalFileName = path.join(root, file(`${system}-${processor}`));
      const source = await readFile(originalFileName);
      this.emitFile({ type: 'asset', fileName: `${name}.node`, source, originalFileName });
    }
  },
});
