import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Access, HKEY, ValueType } from 'native-reg';
import { expect, test, vi } from 'vitest';
import { listRegistrySubkeys, listRegistryValues, type RegistryAddon } from './registry.ts';

const key = { native: 'the handle' };
const stored = (type: number, data: Buffer): Buffer & { readonly type: number } =>
  Object.assign(data, { type });
const addonWith = (own: Partial<RegistryAddon> = {}) => ({
  openKey: vi.fn<RegistryAddon['openKey']>(() => key),
  enumValueNames: () => ['language', 'gone'],
  queryValue: (_key: object, name: string) => (name === 'gone' ? null : stored(1, Buffer.from('e\0n\0\0\0'))),
  enumKeyNames: () => ['NonPackaged'],
  closeKey: vi.fn<RegistryAddon['closeKey']>(),
  ...own,
});
/** As native-reg's README and its tests have it. */
const windowsError = (errno: number, message: string): Error =>
  Object.assign(new Error(message), { errno, syscall: 'RegOpenKeyExW' });

test('the values of a key are listed; one that is deleted meanwhile is left out', () => {
  const addon = addonWith();
  expect(listRegistryValues(() => addon)('HKLM', String.raw`Software\Policies\Visio-Agents`)).toEqual([
    { name: 'language', type: ValueType.SZ, data: expect.any(Buffer) },
  ]);
  expect(addon.openKey).toHaveBeenCalledWith(
    HKEY.LOCAL_MACHINE,
    String.raw`Software\Policies\Visio-Agents`,
    0,
    Access.READ,
  );
  expect(addon.closeKey).toHaveBeenCalledWith(key);
});

test('the keys below a key are listed, and it is closed', () => {
  const addon = addonWith();
  expect(listRegistrySubkeys(() => addon)('HKCU', 'x')).toEqual(['NonPackaged']);
  expect(addon.closeKey).toHaveBeenCalledWith(key);
  expect(listRegistrySubkeys(() => addonWith({ openKey: () => null }))('HKCU', 'x')).toBeNull();
});

test('the user has a hive of their own', () => {
  const addon = addonWith();
  listRegistryValues(() => addon)('HKCU', 'x');
  expect(addon.openKey).toHaveBeenCalledWith(HKEY.CURRENT_USER, 'x', 0, Access.READ);
});

test.each([
  ['is not there', addonWith({ openKey: () => null })],
  ['is not for this user', addonWith({ openKey: refuse(5, 'Access is denied.') })],
  ['lies on no path', addonWith({ openKey: refuse(3, 'The system cannot find the path specified.') })],
])('a key that %s has no values', (_how, addon) => {
  expect(listRegistryValues(() => addon)('HKLM', 'x')).toBeNull();
});

function refuse(errno: number, message: string): () => never {
  return () => {
    throw windowsError(errno, message);
  };
}

test('any other error is told, and the key is closed', () => {
  const corrupt = refuse(1009, 'The configuration registry database is corrupt.');
  const addon = addonWith({ enumValueNames: corrupt });
  expect(() => listRegistryValues(() => addonWith({ openKey: corrupt }))('HKLM', 'x')).toThrow('corrupt');
  expect(() => listRegistryValues(() => addon)('HKLM', 'x')).toThrow('corrupt');
  expect(addon.closeKey).toHaveBeenCalledWith(key);
});

test('native-reg still calls its compiled part as we do', () => {
  const own = readFileSync(createRequire(import.meta.url).resolve('native-reg'), 'utf8');
  expect(own).toContain('native.openKey(hkey, subKey, options, access)');
  expect(own).toContain('native.enumValueNames(hkey)');
  expect(own).toContain('native.enumKeyNames(hkey)');
  expect(own).toContain('native.queryValue(hkey, valueName || "")');
  expect(own).toContain('native.closeKey(hkey)');
});
