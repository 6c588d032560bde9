import { expect, test } from 'vitest';
import { readPolicies } from './read-policies.ts';

test('on Windows, without the compiled part that reads the registry, both keys are reported and the app goes on', () => {
  expect(readPolicies('win32')).toEqual({
    layers: [],
    problems: [
      {
        source: 'machine-policy',
        name: String.raw`HKLM\Software\Policies\Visio-Agents`,
        problem: 'unreadable-file',
      },
      {
        source: 'user-policy',
        name: String.raw`HKCU\Software\Policies\Visio-Agents`,
        problem: 'unreadable-file',
      },
    ],
  });
});

test.each(['darwin', 'freebsd'] as const)(
  'where nobody decided anything nothing is reported: %s',
  (system) => {
    expect(readPolicies(system)).toEqual({ layers: [], problems: [] });
  },
);
