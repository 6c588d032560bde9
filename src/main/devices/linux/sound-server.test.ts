import { describe, expect, test } from 'vitest';
import { hearing, lookAt, soundCard, withServer } from '../testing/linux-machine.ts';
import {
  pactlRefused,
  pipewireDummySink,
  pulseAudioInfo,
  pulseAudioSinks,
  pulseAudioSources,
} from '../testing/recorded-linux.ts';
import { runTool, type RunTool } from './run-tool.ts';

const said = (stdout: string) => ({ code: 0, stdout, stderr: '' });
const pulseAudio: RunTool = async (_name, args) => {
  if (args[0] === 'info') return said(pulseAudioInfo);
  return said(args[1] === 'sources' ? pulseAudioSources : pulseAudioSinks);
};

describe('the sound server', () => {
  test('tells which is muted, by the name that Chromium gives it, and as the default one too', async () => {
    const system = withServer(pulseAudio);
    expect(await lookAt({}, 'microphone', system)).toMatchObject({
      access: 'unknown',
      present: 1,
      muted: ['MicroUSB', 'Default'],
      soundServer: 'pulseaudio',
      heldBy: [],
    });
    expect(await lookAt({}, 'speaker', system)).toMatchObject({ present: 2, muted: ['Casque', 'Default'] });
  });

  test('that has a dummy output only has no speaker', async () => {
    expect(await lookAt({}, 'speaker', hearing(pipewireDummySink))).toMatchObject({
      present: 0,
      muted: [],
    });
  });

  test('that nobody hears of is none, and is not started by looking', async () => {
    const asked: string[] = [];
    const run: RunTool = async (name) => {
      asked.push(name);
      return null;
    };
    expect(await lookAt(soundCard, 'microphone', { run })).toMatchObject({
      soundServer: 'none',
      present: 1,
      muted: null,
    });
    expect(asked).toEqual([]);
  });

  test.each([
    ['refuses every connection is none', async () => ({ code: 1, stdout: '', stderr: pactlRefused }), 'none'],
    ['cannot be asked is not known', async () => null, null],
  ] satisfies [string, RunTool, string | null][])('that %s', async (_which, run, soundServer) => {
    const facts = await lookAt(soundCard, 'microphone', withServer(run));
    expect(facts).toMatchObject({ soundServer, muted: null });
  });

  test('that hangs is given up in time', async () => {
    const started = performance.now();
    expect(await runTool({ PATH: '/usr/bin:/bin' }, 100)('sleep', ['5'])).toBeNull();
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await runTool({ PATH: '/nowhere' }, 100)('pactl', ['info'])).toBeNull();
  });
});

test('the report gets modes and states, and nobody is named in it', async () => {
  const facts = await lookAt(soundCard, 'microphone', withServer(pulseAudio));
  expect(facts.raw).toEqual({
    'sound server': 'pulseaudio',
    devices: '1, 1 muted',
    '/dev/snd/pcmC0D0c': expect.stringMatching(/^\d{3} group \d+, open to us$/),
  });
});
