import { expect, test } from 'vitest';
import type { SystemDevice } from '../../../shared/devices/system-facts.ts';
import { deviceInUse, findChosen, findOpen, listDevices } from './device-list.ts';

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

test('two headsets of one model are told apart, each by the same number whatever the order of the list', () => {
  const [first, second] = [microphone('p', 'Casque USB', 'p'), microphone('q', 'Casque USB', 'q')];
  const named = (...found: (typeof first)[]) =>
    listDevices(found)
      .microphone.map(({ id, name }) => `${id}: ${name}`)
      .toSorted();
  const both = ['p: Casque USB (1)', 'q: Casque USB (2)'];
  expect(named(first, second)).toEqual(both);
  expect(named(second, built, first)).toEqual(['a: Micro interne', ...both]);
  expect(named(second)).toEqual(['q: Casque USB']);
  // Nobody has a name before one of them may be opened.
  expect(listDevices([microphone('p', '', 'p'), microphone('q', '', 'q')]).microphone).toEqual([
    { id: 'p', name: '' },
    { id: 'q', name: '' },
  ]);
});

test('of two with one name none is taken for the one that was chosen and is gone', () => {
  const two = listDevices([
    microphone('p', 'Casque USB', 'p'),
    microphone('q', 'Casque USB', 'q'),
  ]).microphone;
  expect(findChosen(two, { id: 'gone', name: 'Casque USB' })).toBeUndefined();
  expect(findChosen(two, { id: 'gone', name: 'Casque USB (1)' })).toBeUndefined();
  expect(findChosen(two, { id: 'q', name: 'Casque USB' })?.name).toBe('Casque USB (2)');
});

test('what is ticked is what is open: as the browser says, or where the system knows that it reads another, that', () => {
  const alias = microphone('default', 'Default', 'its own');
  const listed = listDevices([alias, built, usb]).microphone;
  const device = (id: string, isOurs: boolean, isDefault = false): SystemDevice => ({
    id,
    isOurs,
    isDefault,
    isMuted: false,
    label: id,
  });
  const opened = (id: string) => ({ id, label: id });
  expect(findOpen(listed, opened('b'), null)?.id).toBe('b');
  expect(findOpen(listed, opened('default'), null)?.id).toBe('default');
  expect(findOpen(listDevices([alias, usb]).microphone, opened('default'), null)?.id).toBe('b');
  expect(findOpen(listed, opened('b'), [device('a', true, true), device('b', false)])?.id).toBe('a');
  expect(findOpen(listed, opened('default'), [device('a', true, true), device('b', false)])?.id).toBe(
    'default',
  );
  expect(findOpen(listed, opened('default'), [device('a', false, true), device('b', true)])?.id).toBe('b');
  expect(
    findOpen(listed, opened('b'), [device('a', true), device('c', true), device('b', false)]),
  ).toBeUndefined();
  expect(findOpen(listed, opened('gone'), null)).toBeUndefined();
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
