import { expect, test } from 'vitest';
import { soundDevices, soundServerInfo, soundStreams } from './parse-pactl.ts';
import {
  pipewireSources,
  pulseAudioInfo,
  pulseAudioSinks,
  pulseAudioSources,
  pulseAudioStream,
} from '../testing/recorded-linux.ts';

test('PulseAudio: a source that was muted, and the monitors that are no microphones', () => {
  expect(soundDevices(pulseAudioSources)).toEqual([
    { index: 0, name: 'voice.monitor', description: 'Monitor of Voix', isMuted: false, isMonitor: true },
    { index: 2, name: 'micro', description: 'MicroUSB', isMuted: true, isMonitor: false },
  ]);
});

test('PulseAudio: a sink at volume 0 is as mute as a muted one, and a name keeps its accents', () => {
  expect(soundDevices(pulseAudioSinks)).toEqual([
    { index: 1, name: 'headset', description: 'Casque', isMuted: true, isMonitor: false },
    {
      index: 2,
      name: 'inter',
      description: 'Audio interne Stéréo analogique',
      isMuted: false,
      isMonitor: false,
    },
  ]);
});

test('PipeWire answers in the same words', () => {
  expect(soundDevices(pipewireSources)).toMatchObject([
    { name: 'voice.monitor', isMuted: true, isMonitor: true },
    { name: 'micro', description: 'Micro intégré', isMuted: true, isMonitor: false },
  ]);
});

test('who reads which source; what the server’s own modules read has no program', () => {
  expect(soundStreams(pulseAudioStream(21_834, 2))).toEqual([{ device: 2, pid: 21_834 }]);
  expect(
    soundStreams(
      pulseAudioStream(9, 2).replaceAll('Source Output', 'Sink Input').replaceAll('Source: ', 'Sink: '),
    ),
  ).toEqual([{ device: 2, pid: 9 }]);
  expect(soundStreams('')).toEqual([]);
});

test('the server says what it is, and what it gives to who does not choose', () => {
  expect(soundServerInfo(pulseAudioInfo)).toEqual({
    name: 'pulseaudio',
    called: 'pulseaudio',
    defaultSource: 'micro',
    defaultSink: 'headset',
  });
  expect(
    soundServerInfo(pulseAudioInfo.replace(': pulseaudio', ': PulseAudio (on PipeWire 0.3.65)')),
  ).toMatchObject({
    name: 'pipewire',
    called: 'PulseAudio (on PipeWire 0.3.65)',
  });
});

test('what is no answer of pactl has no devices', () => {
  expect(soundDevices('Connection failure: Connection refused\n')).toEqual([]);
  expect(soundServerInfo('')).toBeNull();
});

test('a device cannot say in its properties that it is muted', () => {
  const lying = pulseAudioSources.replace('"MicroUSB"', '"x\n\tMute: no"');
  expect(soundDevices(lying).at(-1)).toMatchObject({ name: 'micro', isMuted: true });
});
