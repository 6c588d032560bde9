import { expect, test } from 'vitest';
import { deviceInUse, listDevices } from './device-list.ts';

const microphone = (deviceId: string, label: string, groupId: string) =>
  ({ kind: 'audioinput', deviceId, label, groupId }) as const;
const built = microphone('a', 'Micro interne', 'board');
const usb = microphone('b', 'Casque USB', 'usb');

test('the system default stands first, under its own name and only once', () => {
  const alias = microphone('default', 'Default - Casque USB', 'usb');
  const communications = microphone('communications', 'Communications - Casque USB', 'usb');
  const { microphone: listed } = listDevices([alias, communications, built, usb]);
  expect(listed).toEqual([
    { id: 'b', name: 'Casque USB' },
    { id: 'a', name: 'Micro interne' },
  ]);
});

test('a computer that names only its default still has a microphone', () => {
  const listed = listDevices([microphone('default', 'Default', '')]).microphone;
  expect(listed).toEqual([{ id: 'default', name: 'Default' }]);
});

test('each kind of device is listed on its own', () => {
  const camera = { kind: 'videoinput', deviceId: 'c', label: 'Caméra', groupId: '' } as const;
  const list = listDevices([usb, camera]);
  expect(list.camera.map(({ name }) => name)).toEqual(['Caméra']);
  expect(list.speaker).toEqual([]);
});

test('an agent whose chosen headset is unplugged reads the name of what will be used instead', () => {
  const { microphone: listed } = listDevices([built]);
  expect(deviceInUse(listed, 'b')?.name).toBe('Micro interne');
  expect(deviceInUse(listDevices([built, usb]).microphone, 'b')?.name).toBe('Casque USB');
  expect(deviceInUse([], 'b')).toBeUndefined();
});
