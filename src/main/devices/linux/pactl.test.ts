import { expect, test } from 'vitest';
import { soundDevices, soundServerInfo } from './pactl.ts';
import {
  pipewireSources,
  pulseAudioInfo,
  pulseAudioSinks,
  pulseAudioSources,
} from '../testing/recorded-linux.ts';

test('PulseAudio: a source that was muted, and the monitors that are no microphones', () => {
  expect(soundDevices(pulseAudioSources)).toEqual([
    { name: 'voice.monitor', description: 'Monitor of Voix', isMuted: false, isMonitor: true },
    { name: 'micro', description: 'MicroUSB', isMuted: true, isMonitor: false },
  ]);
});

test('PulseAudio: a sink at volume 0 is as mute as a muted one, and a name keeps its accents', () => {
  expect(soundDevices(pulseAudioSinks)).toEqual([
    { name: 'headset', description: 'Casque', isMuted: true, isMonitor: false },
    { name: 'inter', description: 'Audio interne Stéréo analogique', isMuted: false, isMonitor: false },
  ]);
});

test('PipeWire answers in the same words', () => {
  expect(soundDevices(pipewireSources)).toMatchObject([
    { name: 'voice.monitor', isMuted: true, isMonitor: true },
    { name: 'micro', description: 'Micro intégré', isMuted: true, isMonitor: false },
  ]);
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
