import { expect, test, vi } from 'vitest';
import { nothingTold, type SystemFacts } from '../../../shared/devices/system-facts.ts';
import { ok } from '../../../shared/result.ts';
import { capabilitiesOn } from '../../../shared/host-system.ts';
import { isGranted } from './is-granted.ts';

const granted = { query: async () => ({ state: 'granted' }) as PermissionStatus };
const system = (access: SystemFacts['access']) => ({
  call: vi.fn(async () => ok({ ...nothingTold, access })) as never,
});

test('a Mac that would ask its user is not asked before a click', async () => {
  const deps = { permissions: granted, can: capabilitiesOn('darwin') };
  expect(await isGranted('microphone', { ...deps, bridge: system('undecided') })).toBe(false);
  expect(await isGranted('microphone', { ...deps, bridge: system('unknown') })).toBe(false);
  expect(await isGranted('microphone', { ...deps, bridge: system('granted') })).toBe(true);
  expect(await isGranted('microphone', { ...deps, bridge: system('denied') })).toBe(true);
});

test('a system that never asks is not looked at for it', async () => {
  const bridge = system('unknown');
  expect(await isGranted('camera', { bridge, permissions: granted, can: capabilitiesOn('linux') })).toBe(
    true,
  );
  expect(bridge.call).not.toHaveBeenCalled();
});

test('what the browser does not grant, or does not know, is not granted', async () => {
  const bridge = system('granted');
  const prompt = { query: async () => ({ state: 'prompt' }) as PermissionStatus };
  expect(await isGranted('camera', { bridge, permissions: prompt, can: capabilitiesOn('linux') })).toBe(
    false,
  );
  const unknown = { query: () => Promise.reject(new TypeError('no such permission')) };
  expect(await isGranted('camera', { bridge, permissions: unknown, can: capabilitiesOn('linux') })).toBe(
    false,
  );
});
