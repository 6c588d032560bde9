import { expect, test, vi } from 'vitest';
import { followSoundServer } from './follow-sound-server.ts';
import type { RunTool } from './run-tool.ts';

/** `pactl list short` of PulseAudio 16.1, cut to one line of each sort. */
const list = (devices: string): string =>
  [
    '0\tmodule-native-protocol-unix\tsocket=/run/user/1000/pulse/native\t',
    devices,
    '4\t0\t7\tprotocol-native.c\tfloat32le 2ch 44100Hz',
    '7\tprotocol-native.c\tvisio-agents',
    '0\talsa_card.pci\tmodule-alsa-card.c',
  ].join('\n');
const speakers = '0\tspeakers\tmodule-alsa-card.c\ts16le 2ch 44100Hz\tIDLE';
const headset = '3\tbluez_sink.00\tmodule-bluez5-device.c\ts16le 1ch 16000Hz\tRUNNING';

/** How often something was told, after these answers; the first counts. */
async function told(...answers: (string | null)[]): Promise<number> {
  const over = new AbortController();
  const tell = vi.fn();
  const run: RunTool = async () => {
    if (answers.length === 0) over.abort();
    const stdout = answers.shift() ?? null;
    return stdout === null ? null : { code: 0, stdout, stderr: '' };
  };
  await followSoundServer({ system: { run }, tell, isWanted: () => true, signal: over.signal, everyMs: 1 });
  return tell.mock.calls.length;
}

test('a headset that comes is told, and so is one that goes', async () => {
  expect(await told(list(speakers), list(`${speakers}\n${headset}`), list(speakers))).toBe(3);
});

test('what was pulled out and is back before anybody asked is told: the sound server has moved what read it', async () => {
  expect(await told(list(headset), list(headset.replace('3\t', '7\t')))).toBe(2);
});

test('what only changes, or is named in another order, is not', async () => {
  expect(await told(list(speakers), list(speakers.replace('IDLE', 'RUNNING')))).toBe(1);
  expect(await told(list(`${speakers}\n${headset}`), list(`${headset}\n${speakers}`))).toBe(1);
});

test('a sound server that was away and comes back with the same is no news', async () => {
  expect(await told(list(speakers), null, '', list(speakers))).toBe(1);
});

test('nobody is asked while nobody looks', async () => {
  const over = new AbortController();
  const run = vi.fn<RunTool>();
  const isWanted = (): boolean => {
    over.abort();
    return false;
  };
  await followSoundServer({ system: { run }, tell: vi.fn(), isWanted, signal: over.signal, everyMs: 1 });
  expect(run).not.toHaveBeenCalled();
});

test('whoever goes while the sound server is asked is told nothing: their window is gone', async () => {
  const over = new AbortController();
  const tell = vi.fn();
  const run: RunTool = async () => {
    over.abort();
    return { code: 0, stdout: list(speakers), stderr: '' };
  };
  await followSoundServer({ system: { run }, tell, isWanted: () => true, signal: over.signal, everyMs: 1 });
  expect(tell).not.toHaveBeenCalled();
});
