import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { trimDsfr } from './scripts/dsfr/trim-dsfr.ts';
import { bundledPackages, listOf } from './scripts/packaging/bundled-packages.ts';
import { nativeAddons } from './scripts/packaging/native-addons.ts';

// Development and tests may run an older Electron than the one that ships (docs/decisions): build for the older.
const node = 'node20.18';
const chrome = 'chrome130';

const ownWindow = /\/renderer\/(own-page|picker|proxy|screen|sharing-bar)/;

// `--mode driven` is the build that tests and measurements may debug though it is packaged; nothing else differs.
export default defineConfig(({ mode }) => ({
  main: {
    // Before the list, which then names them.
    plugins: [nativeAddons(), bundledPackages(listOf(mode, 'main'))],
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: mode === 'driven' ? 'src/main/driven.ts' : 'src/main/index.ts' },
        external: ['electron', /^node:/],
        output: { format: 'es' },
      },
    },
  },
  preload: {
    plugins: [bundledPackages(listOf(mode, 'preload'))],
    build: {
      target: node,
      externalizeDeps: false,
      // A sandboxed preload script must be CommonJS.
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    plugins: [
      react(),
      trimDsfr({
        entry: 'src/renderer/proxy/dsfr.css',
        pages: 'src/renderer/proxy',
        // Named in proxy.html.
        alsoUsed:
          'fr-alert fr-alert--error fr-alert--sm fr-btn fr-btn--secondary fr-input fr-input-group fr-label'.split(
            ' ',
          ),
      }),
      trimDsfr({
        entry: 'src/renderer/screen/dsfr.css',
        pages: 'src/renderer/screen',
        // Named in picker.html.
        alsoUsed: 'fr-btn fr-btn--secondary'.split(' '),
      }),
      trimDsfr({
        entry: 'src/renderer/ui/dsfr.css',
        pages: 'src/renderer',
        alsoUsed: ['fr-artwork', 'fr-artwork-major', 'fr-artwork-minor', 'fr-artwork-decorative'],
      }),
      bundledPackages(listOf(mode, 'renderer')),
    ],
    // No data: URLs, so that the content security policy need not allow them.
    build: {
      target: chrome,
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Whatever the first page needs comes in one file: each further one is a way through main and back.
      rolldownOptions: {
        input: {
          index: 'src/renderer/index.html',
          proxy: 'src/renderer/proxy.html',
          picker: 'src/renderer/picker.html',
          'sharing-bar': 'src/renderer/sharing-bar.html',
        },
        output: {
          codeSplitting: {
            // The windows of main's own run nothing of the main one's.
            groups: [{ name: 'start', tags: ['$initial'], test: (id) => !ownWindow.test(id) }],
          },
        },
      },
    },
  },
}));
