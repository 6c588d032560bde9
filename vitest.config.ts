import { defineConfig } from 'vitest/config';

const tests = ['{src,scripts,e2e,bench}/**/*.test.{ts,tsx}'];
const livekit = ['**/*.livekit.test.ts'];
const fuzz = ['**/*.fuzz.test.ts'];
const cluster = ['**/*.cluster.test.ts'];
const dom = ['src/renderer/**/*.test.tsx'];

export default defineConfig({
  test: {
    environment: 'node',
    // A test that waits says what for, not how fast: what takes some real waits must not fail on a machine that is busy.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        // Some start processes, on machines that are busy with other tests.
        test: {
          name: 'unit',
          include: tests,
          exclude: [...livekit, ...fuzz, ...cluster, ...dom],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          include: dom,
          environment: 'happy-dom',
          setupFiles: ['src/renderer/testing/dom.ts'],
          // One DOM for all: making one takes as long as the tests of a file.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        // One file at a time: each brings up a LiveKit server of its own.
        test: {
          name: 'livekit',
          include: livekit,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'cluster', include: cluster, fileParallelism: false, testTimeout: 120_000 },
      },
      { extends: true, test: { name: 'fuzz', include: fuzz, testTimeout: 600_000 } },
    ],
  },
});
