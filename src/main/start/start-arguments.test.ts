import { expect, test } from 'vitest';
import { relaunchArguments, linksInArgv } from './start-arguments.ts';

const link = 'visio-agents://visio.example/r/x';

test('links are found by their scheme, or behind --', () => {
  expect(linksInArgv(['app', '--flag', 'VISIO-AGENTS://x'])).toEqual(['VISIO-AGENTS://x']);
  expect(linksInArgv(['app', '.', '--', 'https://visio.example/r/x'])).toEqual(['https://visio.example/r/x']);
  expect(linksInArgv(['app', '.', '--user-data-dir=/x'])).toEqual([]);
});

test.each([
  ['its scheme', ['app', '.', link, '--user-data-dir=/x']],
  ['what stands behind --', ['app', '.', '--user-data-dir=/x', '--', link]],
  ['what only prints', ['app', '.', '--check', '--user-data-dir=/x', '--json']],
])('the next start has the switches of this one, and not its link, known by %s', (_how, argv) => {
  expect(relaunchArguments(argv, null)).toEqual(['.', '--user-data-dir=/x']);
});

test('a link for the next start replaces the one of this start', () => {
  expect(relaunchArguments(['app', '--lang=fr', '--', link], 'visio-agents://other')).toEqual([
    '--lang=fr',
    '--',
    'visio-agents://other',
  ]);
});
