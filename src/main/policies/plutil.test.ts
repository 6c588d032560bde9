import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plistAsJson } from './plutil.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plutil-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Only macOS has the real one; this is another program in its place, and a file to convert. */
function programThat(does: string): readonly [path: string, program: string] {
  const [path, program] = [join(folder, 'some preferences.plist'), join(folder, 'program')];
  writeFileSync(path, 'bplist00');
  writeFileSync(program, `#!/bin/sh\n${does}\n`);
  chmodSync(program, 0o755);
  return [path, program];
}

test('where there is no file no program is started', () => {
  expect(plistAsJson(join(folder, 'none.plist'), join(folder, 'no program'))).toBeNull();
});

test('the program is asked for JSON on its output, and for no change of the file', () => {
  const [path, program] = programThat(`printf '%s|' "$@"`);
  expect(plistAsJson(path, program)).toBe(`-convert|json|-o|-|${path}|`);
});

test.each([
  ['says that it cannot', 'echo "Invalid object in plist for JSON format" >&2; exit 1', 'Command failed'],
  ['never ends', 'exec sleep 60', 'ETIMEDOUT'],
  ['never stops talking', 'exec yes', 'ENOBUFS'],
])('a program that %s is an error, soon', (_how, does, error) => {
  const [path, program] = programThat(does);
  expect(() => plistAsJson(path, program, 500)).toThrow(error);
});
