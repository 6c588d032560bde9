import { expect, test } from 'vitest';
import { deviceInUse, listDevices } from './device-list.ts';

const microphone = (deviceId: string, label: string, groupId: string) =>
  ({ kind: 'audioinput', deviceId, label, groupId }) as const;
const built = microphone('a', 'Micro interne', 'board');
const usb = microphone('b', 'Casque USB', 'usb');

const nothing = { id: '', name: '' };
const chosen = { id: 'b', name: 'Casque USB' };

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
  expect(listed).toEqual([{ id: 'default', name: '' }]);
});

test('where nothing tells which of two is the default, none is said to be the one in use', () => {
  const alias = microphone('default', 'Default', 'its own');
  const { microphone: listed } = listDevices([alias, built, usb]);
  expect(deviceInUse(listed, nothing)).toEqual({ id: 'default', name: '' });
  expect(listed.slice(1).map(({ name }) => name)).toEqual(['Micro interne', 'Casque USB']);
  expect(deviceInUse(listDevices([alias, usb]).microphone, nothing)?.name).toBe('Casque USB');
});

test('each kind of device is listed on its own', () => {
  const camera = { kind: 'videoinput', deviceId: 'c', label: 'Caméra', groupId: '' } as const;
  const list = listDevices([usb, camera]);
  expect(list.camera.map(({ name }) => name)).toEqual(['Caméra']);
  expect(list.speaker).toEqual([]);
});

test('an agent whose chosen headset is unplugged reads the name of what will be used instead', () => {
  const { microphone: listed } = listDevices([built]);
  expect(deviceInUse(listed, chosen)?.name).toBe('Micro interne');
  expect(deviceInUse(listDevices([built, usb]).microphone, chosen)?.name).toBe('Casque USB');
  expect(deviceInUse([], chosen)).toBeUndefined();
});

test('a headset that comes back in another socket, under another id, is known by its name', () => {
  const moved = microphone('c', 'Casque USB', 'elsewhere');
  expect(deviceInUse(listDevices([built, moved]).microphone, chosen)?.id).toBe('c');
});
