import type { Hive, RegistryValue } from '../../policies/registry.ts';
import type { Registry } from '../windows/consent-store.ts';

const hives: Readonly<Record<string, Hive>> = { HKEY_LOCAL_MACHINE: 'HKLM', HKEY_CURRENT_USER: 'HKCU' };

/** What `reg query KEY /s` printed, as the registry that it printed. */
export function registryOf(printed: string): Registry {
  const keys = new Map<string, RegistryValue[]>();
  let values: RegistryValue[] = [];
  for (const line of printed.split(/\r?\n/)) {
    const [, hive = '', key = ''] = /^(HKEY_\w+)\\(.+)$/.exec(line) ?? [];
    if (hives[hive] !== undefined) keys.set(`${hives[hive]}\\${key}`.toLowerCase(), (values = []));
    const [, name, type = '', data = ''] = /^ {4}(.+?) {4}(REG_\w+) {4}(.*)$/.exec(line) ?? [];
    if (name !== undefined) values.push({ name, ...stored(type, data) });
  }
  const names = printed.split(/\r?\n/);
  return {
    values: (hive, key) => keys.get(`${hive}\\${key}`.toLowerCase()) ?? null,
    subkeys: (hive, key) => {
      const folder = `${hive}\\${key}\\`.toLowerCase();
      const below = [...keys.keys()].filter((one) => one.startsWith(folder));
      if (below.length === 0 && !keys.has(folder.slice(0, -1))) return null;
      const written = (one: string): string =>
        names
          .find((line) => line.toLowerCase().endsWith(one.slice(5)))
          ?.split('\\')
          .at(-1) ?? one;
      return below.filter((one) => !one.slice(folder.length).includes('\\')).map(written);
    },
  };
}

function stored(type: string, data: string): Pick<RegistryValue, 'type' | 'data'> {
  switch (type) {
    case 'REG_DWORD': {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(Number(data));
      return { type: 4, data: bytes };
    }
    case 'REG_QWORD': {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(data));
      return { type: 11, data: bytes };
    }
    default:
      return { type: 1, data: Buffer.from(`${data}\0`, 'utf16le') };
  }
}
