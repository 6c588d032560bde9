import path from 'node:path';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;
const out = (part: string): string => path.resolve(here, '../../out/bench/bare', part);

// Targets and formats as in the app's own configuration: what is compared is the code, not how it is built.
export default defineConfig({
  main: {
    build: {
      outDir: out('main'),
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: { external: ['electron', /^node:/], output: { format: 'es' } },
    },
  },
  preload: {
    build: {
      outDir: out('preload'),
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: path.join(here, 'src/renderer'),
    base: './',
    build: {
      outDir: out('renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['index.html', 'meeting.html'].map((page) => path.join(here, 'src/renderer', page)),
      },
    },
  },
});
