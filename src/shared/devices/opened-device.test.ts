import { expect, test } from 'vitest';
import { isMutedOutside, reallyOpen } from './opened-device.ts';
import type { SystemDevice } from './system-facts.ts';

const device = (id: string | null, label: string, more: Partial<SystemDevice> = {}): SystemDevice => ({
  id,
  label,
  isMuted: false,
  isDefault: false,
  isOurs: false,
  ...more,
});
const first = device('1', 'Casque USB', { isMuted: true });
const second = device('2', 'Casque USB');
const built = device('3', 'Micro interne', { isDefault: true });

test('of two headsets of one model, the one that is muted is', () => {
  expect(isMutedOutside([first, second], { id: '1', label: 'Casque USB' })).toBe(true);
  expect(isMutedOutside([first, second], { id: '2', label: 'Casque USB' })).toBe(false);
});

test('where the ids are not known, a label that two have accuses neither, unless this app reads the muted one', () => {
  const nameless = (is: SystemDevice): SystemDevice => ({ ...is, id: null });
  const opened = { id: '1', label: 'Casque USB' };
  expect(isMutedOutside([first, second].map(nameless), opened)).toBe(false);
  expect(isMutedOutside([{ ...first, isOurs: true }, second].map(nameless), opened)).toBe(true);
  expect(isMutedOutside([first, { ...second, isMuted: true }].map(nameless), opened)).toBe(true);
  expect(isMutedOutside([first, built].map(nameless), opened)).toBe(true);
});

test('the default one is the sound server’s', () => {
  const opened = { id: 'default', label: 'Default' };
  expect(isMutedOutside([first, built], opened)).toBe(false);
  expect(isMutedOutside([first, { ...built, isMuted: true }], opened)).toBe(true);
});

test('a system that tells nothing accuses nobody', () => {
  expect(isMutedOutside(null, { id: '1', label: 'Casque USB' })).toBe(false);
  expect(isMutedOutside([], { id: '1', label: 'Casque USB' })).toBe(false);
  expect(reallyOpen(null, { id: '1', label: 'Casque USB' })).toBe('as-said');
});

test('a stream that the sound server has moved is where it was moved to', () => {
  const opened = { id: '2', label: 'Casque USB' };
  const read = { ...built, isOurs: true };
  expect(reallyOpen([first, second, read], opened)).toBe(read);
  expect(reallyOpen([first, { ...second, isOurs: true }, read], opened)).toBe('as-said');
  expect(reallyOpen([{ ...first, isOurs: true }, second, read], opened)).toBe('unclear');
  expect(reallyOpen([first, second, built], opened)).toBe('as-said');
  // Gone from the sound server, and the browser has not heard of it: it says nothing that could be compared.
  expect(reallyOpen([first, read], { id: 'default', label: 'Default' })).toBe('as-said');
});
