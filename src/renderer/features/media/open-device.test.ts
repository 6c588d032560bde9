import { expect, test } from 'vitest';
import { nothingTold, type SystemFacts } from '../../../shared/devices/system-facts.ts';
import type { MediaAccess } from '../../../shared/calls/media.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Bridge } from '../../bridge.ts';
import { openCamera, openMicrophone } from './open-device.ts';
import type { SoundProcessing } from './sound-processing.ts';

const headset = { id: 'usb-headset', name: 'Casque USB' };
const camera = { id: 'usb-camera', name: 'Caméra USB' };
const processing: SoundProcessing = {
  echoCancellation: true,
  noiseSuppression: false,
  autoGainControl: true,
};

function bridgeAnswering(access: MediaAccess, system: Partial<SystemFacts> = {}): Pick<Bridge, 'call'> {
  const answers = { 'media:access': access, 'media:look': { ...nothingTold, access, ...system } };
  return { call: ((name: keyof typeof answers) => Promise.resolve(ok(answers[name]))) as Bridge['call'] };
}

/** A browser whose devices open or throw, by the id that is asked for (`default` when none is). */
function browser(devices: Readonly<Record<string, string | DOMException>>) {
  const asked: string[] = [];
  const sound: unknown[] = [];
  const getUserMedia = (constraints: MediaStreamConstraints): Promise<MediaStream> => {
    const { deviceId, ...rest } = (constraints.audio ?? constraints.video) as MediaTrackConstraints;
    const id = deviceId ? (deviceId as { exact: string }).exact : 'default';
    asked.push(id);
    sound.push(rest);
    const device = devices[id] ?? new DOMException('', 'NotFoundError');
    if (typeof device !== 'string') return Promise.reject(device);
    const tracks = [{ label: device }];
    return Promise.resolve({ getAudioTracks: () => tracks, getVideoTracks: () => tracks } as never);
  };
  const enumerateDevices = async (): Promise<MediaDeviceInfo[]> =>
    Object.entries(devices)
      .filter(([, device]) => typeof device === 'string')
      .map(([deviceId, label]) => ({ deviceId, label, kind: 'audioinput', groupId: '' }) as MediaDeviceInfo);
  return { asked, sound, getUserMedia, enumerateDevices };
}

const named = (opened: Result<MediaStreamTrack, { readonly name: string }>): string =>
  opened.ok ? `open: ${opened.value.label}` : opened.error.name;

test('the microphone that the agent chose is the one that opens, with the sound as it was set', async () => {
  const media = browser({ 'usb-headset': 'Casque USB', default: 'Micro interne' });
  const bridge = bridgeAnswering('granted');
  expect(named(await openMicrophone({ bridge, media, wanted: headset, processing }))).toBe(
    'open: Casque USB',
  );
  expect(media.sound).toEqual([processing]);
});

test('an agent whose chosen camera is unplugged gets the default one', async () => {
  const gone = new DOMException('', 'OverconstrainedError');
  const media = browser({ 'usb-camera': gone, default: 'Caméra interne' });
  const bridge = bridgeAnswering('unknown');
  expect(named(await openCamera({ bridge, media, wanted: camera }))).toBe('open: Caméra interne');
});

test('a headset that is in another socket now is found by its name before the default is taken', async () => {
  const gone = new DOMException('', 'OverconstrainedError');
  const media = browser({ 'usb-headset': gone, elsewhere: 'Casque USB', default: 'Micro interne' });
  const bridge = bridgeAnswering('unknown');
  expect(named(await openMicrophone({ bridge, media, wanted: headset, processing }))).toBe(
    'open: Casque USB',
  );
  expect(media.asked).toEqual(['usb-headset', 'elsewhere']);
});

test('a chosen microphone held by another program is told, not replaced in silence', async () => {
  const busy = new DOMException('', 'NotReadableError');
  const media = browser({ 'usb-headset': busy, default: 'Micro interne' });
  const bridge = bridgeAnswering('granted', { heldBy: ['Zoom'] });
  const opened = await openMicrophone({ bridge, media, wanted: headset, processing });
  expect(opened).toMatchObject({ error: { name: 'held', holders: ['Zoom'], error: 'NotReadableError' } });
  expect(media.asked).toEqual(['usb-headset']);
});

test('without any microphone the agent reads that none is there', async () => {
  const bridge = bridgeAnswering('granted');
  const opened = await openMicrophone({ bridge, media: browser({}), wanted: headset, processing });
  expect(named(opened)).toBe('no-device');
});

test.each([
  ['denied', 'system-refused'],
  ['restricted', 'policy-refused'],
] satisfies [MediaAccess, string][])('nothing is opened when the system says %s', async (access, name) => {
  const media = browser({ default: 'Caméra interne' });
  const opened = await openCamera({ bridge: bridgeAnswering(access), media, wanted: { id: '', name: '' } });
  expect(named(opened)).toBe(name);
  expect(media.asked).toEqual([]);
});
