import { FuseV1Options } from '@electron/fuses';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFuses, setFusesBeyondSettings } from './fuses.ts';
import { readSettings } from './testing/settings.ts';

let program: string;
beforeEach(async () => {
  program = path.join(await mkdtemp(path.join(tmpdir(), 'visio-agents-fuses-')), 'program');
});
afterEach(() => rm(path.dirname(program), { recursive: true, force: true }));

/** Enough of an Electron for its fuses: 0 off, 1 on, r without effect, in the order of their numbers. */
async function withFuses(states: string): Promise<void> {
  const wire = Buffer.from([1, states.length, ...Buffer.from(states)]);
  await writeFile(program, Buffer.concat([Buffer.from('ELF dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), wire]));
}
const settings = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
};

test('fuses that are as the settings want them pass', async () => {
  await withFuses('010');
  await expect(checkFuses(program, settings)).resolves.toBeUndefined();
});

test.each([
  ['110', 'runAsNode is on, not off'],
  ['000', 'enableCookieEncryption is off, not on'],
  ['r10', 'runAsNode is without effect, not off'],
  ['0100', 'enableNodeCliInspectArguments is set nowhere'],
  ['01', 'enableNodeOptionsEnvironmentVariable is none of this Electron’s'],
  ['010rrrrrr0', 'number 9 is set nowhere'],
])('with fuses %s the packaging fails: %s', async (states, why) => {
  await withFuses(states);
  await expect(checkFuses(program, settings)).rejects.toThrow(why.replace('’', "'"));
});

test('a fuse that electron-builder cannot set is set where Electron has it', async () => {
  await withFuses('010rrrrr0');
  await expect(checkFuses(program, settings)).rejects.toThrow('wasmTrapHandlers is off, not on');
  await setFusesBeyondSettings(program);
  await expect(checkFuses(program, settings)).resolves.toBeUndefined();
});

test('an Electron without that fuse stays as it was', async () => {
  await withFuses('010');
  const before = await readFile(program);
  await setFusesBeyondSettings(program);
  expect(await readFile(program)).toEqual(before);
});

test('the settings name every fuse that is known, but the one that electron-builder does not know', async () => {
  const { config } = await readSettings();
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  const named = new Set(Object.keys(config.electronFuses ?? {}).map((name) => name.toLowerCase()));
  expect(known.filter((name) => !named.has(name.toLowerCase()))).toEqual(['WasmTrapHandlers']);
});
