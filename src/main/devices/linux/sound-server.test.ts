import { describe, expect, test } from 'vitest';
import { hearing, lookAt, ourPid, program, soundCard, soundless } from '../testing/linux-machine.ts';
import {
  pipewireDummySink,
  pulseAudioSinks,
  pulseAudioSources,
  pulseAudioStream,
} from '../testing/recorded-linux.ts';
import type { LinuxSystem } from './linux-system.ts';
import { runTool } from './run-tool.ts';

const pulseAudio = hearing(pulseAudioSources);
const reading = hearing(pulseAudioSources, pulseAudioStream(4321, 2));

describe('the sound server', () => {
  test('tells which is muted, which is the default, and which is ours', async () => {
    expect(await lookAt(program(4321, 'visio-agents', ourPid), 'microphone', reading)).toMatchObject({
      access: 'unknown',
      present: 1,
      devices: [{ id: null, label: 'MicroUSB', isMuted: true, isDefault: true, isOurs: true }],
      soundServer: 'pulseaudio',
      heldBy: [],
    });
    expect(await lookAt(program(4321, 'zoom'), 'microphone', reading)).toMatchObject({
      devices: [{ isOurs: false }],
    });
    expect(await lookAt({}, 'speaker', hearing(pulseAudioSinks))).toMatchObject({
      present: 2,
      devices: [
        { label: 'Casque', isMuted: true, isDefault: true, isOurs: false },
        { label: 'Audio interne Stéréo analogique', isMuted: false, isDefault: false },
      ],
    });
  });

  test('knows a device by the id that the page has for it', async () => {
    const system = { ...pulseAudio, idSalt: async () => 'BDCA66312F8A049B17066A7E2B22825F' };
    // Chromium 130 gave this one to a source named « micro » under that salt.
    const id = 'e65904f77602c263b3762600e444244eabf022f4da1fe6291a272469a49be80f';
    expect(await lookAt({}, 'microphone', system)).toMatchObject({ devices: [{ id, label: 'MicroUSB' }] });
  });

  test('that has a dummy output only has no speaker', async () => {
    expect(await lookAt({}, 'speaker', hearing(pipewireDummySink))).toMatchObject({
      present: 0,
      devices: [{ label: 'Dummy Output' }],
    });
  });

  test.each([
    ['refuses every connection is none', soundless, 'none'],
    ['cannot be asked is not known', { run: async () => null }, null],
  ] satisfies [string, Partial<LinuxSystem>, string | null][])(
    'that %s',
    async (_which, system, soundServer) => {
      const facts = await lookAt(soundCard, 'microphone', system);
      expect(facts).toMatchObject({ soundServer, present: soundServer === null ? null : 1, devices: null });
    },
  );

  test.each(['variables', 'files'])('is asked wherever it listens, and no %s are read for it', async (of) => {
    // As with `default-server` in client.conf, or without XDG_RUNTIME_DIR.
    const system = { ...pulseAudio, env: of === 'variables' ? {} : { XDG_RUNTIME_DIR: '/nowhere' } };
    expect(await lookAt({}, 'microphone', system)).toMatchObject({ soundServer: 'pulseaudio' });
  });

  test('that hangs is given up in time', async () => {
    expect(await runTool({ PATH: '/usr/bin:/bin' }, 100)('sleep', ['60'])).toBeNull();
    expect(await runTool({ PATH: '/nowhere' }, 100)('pactl', ['info'])).toBeNull();
  });
});

test('the report gets modes and states, and nobody is named in it', async () => {
  const facts = await lookAt(soundCard, 'microphone', pulseAudio);
  expect(facts.raw).toEqual({
    'sound server': 'pulseaudio',
    devices: '1, 1 muted',
    '/dev/snd/pcmC0D0c': expect.stringMatching(/^\d{3} group \d+, open to us$/),
  });
});
