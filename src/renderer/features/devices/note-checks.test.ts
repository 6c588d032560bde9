import { expect, test } from 'vitest';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { noteChecks } from './note-checks.ts';

const diagnosis = (
  kind: Diagnosis['kind'],
  name: Diagnosis['name'],
  error: string | null = null,
): Diagnosis => ({ kind, name, refusedBy: null, holders: [], error });

test('each outcome is noted once, when it is news, with its time', () => {
  const first = noteChecks([], [diagnosis('microphone', 'untested'), diagnosis('camera', 'no-device')], '1');
  expect(first).toEqual([{ at: '1', kind: 'camera', finding: 'no-device', error: null }]);
  expect(
    noteChecks(first, [diagnosis('microphone', 'untested'), diagnosis('camera', 'no-device')], '2'),
  ).toBe(first);
  const held = noteChecks(first, [diagnosis('microphone', 'held', 'NotReadableError')], '3');
  const works = noteChecks(held, [diagnosis('microphone', 'working'), diagnosis('camera', 'no-device')], '4');
  expect(works.map(({ at, finding, error }) => [at, finding, error])).toEqual([
    ['1', 'no-device', null],
    ['3', 'held', 'NotReadableError'],
    ['4', 'working', null],
  ]);
});

test('an error that calls itself something else than a name is unknown, and fifty are enough', () => {
  expect(noteChecks([], [diagnosis('camera', 'unknown', 'see https://x.example')], '1')[0]?.error).toBe(
    'unknown',
  );
  let checks = noteChecks([], [], '0');
  for (let time = 0; time < 60; time += 1)
    checks = noteChecks(checks, [diagnosis('camera', time % 2 ? 'held' : 'working')], String(time));
  expect(checks).toHaveLength(50);
  expect(checks.at(-1)?.at).toBe('59');
});
