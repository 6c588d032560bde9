import { beforeEach, expect, test, vi } from 'vitest';
import { chooseDevice, chosenDevices } from '../../media/chosen-devices.ts';
import type { Device } from '../../media/device-list.ts';
import { followChosenDevices, switchDevice } from './switch-device.ts';

const headset = { id: 'headset', name: 'Casque' };
const webcam = { id: 'webcam', name: 'Webcam' };

/** A meeting that uses these microphones; those that are `held` do not open. */
function meeting({ active = 'default', held = [] as string[] } = {}) {
  const used = new Map([['audioinput', active]]);
  const lose = vi.fn();
  const closed = { lose, media: () => null, opened: () => Promise.resolve(null) };
  const asked: string[] = [];
  const switchActiveDevice = async (kind: string, id: string): Promise<boolean> => {
    asked.push(id);
    if (held.includes(id)) throw new DOMException('held', 'NotReadableError');
    used.set(kind, id);
    return true;
  };
  const session = {
    room: { switchActiveDevice, getActiveDevice: (kind: string) => used.get(kind) },
    ownTracks: { microphone: closed, camera: closed },
  } as unknown as Parameters<typeof switchDevice>[0];
  return { session, asked, lose, active: () => used.get('audioinput') };
}
const listed = (...microphones: Device[]) => ({
  enumerateDevices: async () =>
    microphones.map(
      ({ id, name }) => ({ kind: 'audioinput', deviceId: id, label: name, groupId: id }) as MediaDeviceInfo,
    ),
});
/** As Chromium lists it with PulseAudio. */
const systemDefault = { id: 'default', name: 'Default' };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

test('another microphone is used and remembered', async () => {
  const { session, active } = meeting();
  expect(await switchDevice(session, 'microphone', headset)).toBe(true);
  expect(active()).toBe('headset');
  expect(chosenDevices().microphone).toEqual(headset);
});

test('one that counts as open is opened anew: the sound server may have moved its stream', async () => {
  const { session, asked, active } = meeting({ active: 'headset' });
  expect(await switchDevice(session, 'microphone', headset)).toBe(true);
  expect(asked).toEqual(['default', 'headset']);
  expect(active()).toBe('headset');
});

test('where another does not open, the one before is opened again, and nothing is remembered', async () => {
  const { session, asked, lose } = meeting({ active: 'webcam', held: ['headset'] });
  expect(await switchDevice(session, 'microphone', headset)).toBe(false);
  expect(asked).toEqual(['headset', 'webcam']);
  expect(lose).not.toHaveBeenCalled();
  expect(chosenDevices().microphone.id).toBe('');
});

test('where the one before does not open either, it is said to be lost', async () => {
  const { session, lose } = meeting({ active: 'webcam', held: ['headset', 'webcam'] });
  expect(await switchDevice(session, 'microphone', headset)).toBe(false);
  expect(lose).toHaveBeenCalledOnce();
});

test('what was chosen on the page of the devices is used, under another id too', async () => {
  chooseDevice('microphone', { id: 'other socket', name: 'Casque' });
  const { session, active } = meeting({ active: 'webcam' });
  expect(await followChosenDevices(session, listed(systemDefault, webcam, headset))).toBe(true);
  expect(active()).toBe('headset');
});

test('a chosen one that is gone changes nothing, and stays chosen', async () => {
  chooseDevice('microphone', headset);
  // LiveKit has taken another by itself.
  const { session, asked } = meeting({ active: 'webcam' });
  expect(await followChosenDevices(session, listed(systemDefault, webcam))).toBe(true);
  expect(asked).toEqual([]);
  expect(chosenDevices().microphone).toEqual(headset);
});

test('whoever has chosen nothing keeps what the browser took', async () => {
  const { session, asked } = meeting({ active: 'headset' });
  expect(await followChosenDevices(session, listed(systemDefault, webcam, headset))).toBe(true);
  expect(asked).toEqual([]);
});

test('whoever chooses the default of the system gets it', async () => {
  chooseDevice('microphone', { id: 'default', name: '' });
  const { session, active } = meeting({ active: 'headset' });
  await followChosenDevices(session, listed(systemDefault, webcam, headset));
  expect(active()).toBe('default');
});

test('one that does not open is not tried again, and what is used instead counts as chosen', async () => {
  chooseDevice('microphone', headset);
  const { session, asked } = meeting({ active: 'webcam', held: ['headset'] });
  const media = listed(systemDefault, webcam, headset);
  expect(await followChosenDevices(session, media)).toBe(false);
  expect(chosenDevices().microphone).toEqual(webcam);
  expect(await followChosenDevices(session, media)).toBe(true);
  expect(asked).toEqual(['headset', 'webcam']);
});
