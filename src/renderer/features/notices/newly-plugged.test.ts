import { expect, test } from 'vitest';
import type { DeviceList } from '../media/device-list.ts';
import { newlyPlugged, stillThere } from './newly-plugged.ts';

const list = (microphones: readonly string[], speakers: readonly string[]): DeviceList => {
  const named = (names: readonly string[]) => names.map((name) => ({ id: name, name }));
  return { microphone: named(microphones), camera: [], speaker: named(speakers) };
};
const desk = list(['Micro interne'], ['Haut-parleurs']);
const withHeadset = list(['Micro interne', 'Casque'], ['Haut-parleurs', 'Casque']);

test('a headset that is plugged in is offered as both', () => {
  expect(newlyPlugged(desk, withHeadset)).toEqual({
    microphone: { id: 'Casque', name: 'Casque' },
    speaker: { id: 'Casque', name: 'Casque' },
  });
});

test('nothing is offered for what was there, for what goes, or for what has no name yet', () => {
  expect(newlyPlugged(withHeadset, withHeadset)).toBeNull();
  expect(newlyPlugged(withHeadset, desk)).toBeNull();
  const unnamed: DeviceList = { ...desk, microphone: [...desk.microphone, { id: 'x', name: '' }] };
  expect(newlyPlugged(desk, unnamed)).toBeNull();
});

test('a headset that goes and comes back is offered again', () => {
  expect(newlyPlugged(stillThere(withHeadset, desk), withHeadset)?.speaker?.name).toBe('Casque');
});
