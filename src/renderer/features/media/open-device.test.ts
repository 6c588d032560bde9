import { expect, test } from 'vitest';
import type { MediaAccess } from '../../../shared/ipc.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Bridge } from '../../bridge.ts';
import { openCamera, openMicrophone } from './open-device.ts';

const chosen = { microphone: 'usb-headset', camera: 'usb-camera' };

function bridgeAnswering(access: MediaAccess): Pick<Bridge, 'call'> {
  return { call: (() => Promise.resolve(ok(access))) as Bridge['call'] };
}

/** A browser whose devices open or throw, by the id that is asked for (`default` when none is). */
function browser(devices: Readonly<Record<string, string | DOMException>>) {
  const asked: string[] = [];
  const getUserMedia = (constraints: MediaStreamConstraints): Promise<MediaStream> => {
    const { deviceId } = (constraints.audio ?? constraints.video) as MediaTrackConstraints;
    const id = deviceId ? (deviceId as { exact: string }).exact : 'default';
    asked.push(id);
    const device = devices[id] ?? new DOMException('', 'NotFoundError');
    if (typeof device !== 'string') return Promise.reject(device);
    const tracks = [{ label: device }];
    return Promise.resolve({ getAudioTracks: () => tracks, getVideoTracks: () => tracks } as never);
  };
  return { asked, getUserMedia };
}

test('the microphone that the agent chose is the one that opens', async () => {
  const capture = browser({ 'usb-headset': 'Casque USB', default: 'Micro interne' });
  const opened = await openMicrophone(bridgeAnswering('granted'), capture, chosen);
  expect(opened).toEqual(ok({ label: 'Casque USB' }));
});

test('an agent whose chosen camera is unplugged gets the default one', async () => {
  const gone = new DOMException('', 'OverconstrainedError');
  const capture = browser({ 'usb-camera': gone, default: 'Caméra interne' });
  const opened = await openCamera(bridgeAnswering('unknown'), capture, chosen);
  expect(opened).toEqual(ok({ label: 'Caméra interne' }));
});

test('a chosen microphone held by another program is told, not replaced in silence', async () => {
  const busy = new DOMException('', 'NotReadableError');
  const capture = browser({ 'usb-headset': busy, default: 'Micro interne' });
  const opened = await openMicrophone(bridgeAnswering('granted'), capture, chosen);
  expect(opened).toEqual(err({ kind: 'microphone', code: 'device-busy' }));
  expect(capture.asked).toEqual(['usb-headset']);
});

test('without any microphone the agent reads that none is there', async () => {
  const opened = await openMicrophone(bridgeAnswering('granted'), browser({}), chosen);
  expect(opened).toEqual(err({ kind: 'microphone', code: 'device-missing' }));
});

test.each(['denied', 'restricted'] satisfies MediaAccess[])(
  'nothing is opened when the system says %s',
  async (access) => {
    const capture = browser({ default: 'Caméra interne' });
    const opened = await openCamera(bridgeAnswering(access), capture, { ...chosen, camera: '' });
    expect(opened).toEqual(err({ kind: 'camera', code: 'device-refused' }));
    expect(capture.asked).toEqual([]);
  },
);
