import type { RegistryValue } from '../registry.ts';

/** The values of a key as regedit exports them, to the bytes that the registry holds. */
export const registryExport = (text: string): readonly RegistryValue[] =>
  [...text.replace(/\\\r?\n\s*/g, '').matchAll(/^"(.*?)"=(.*)$/gm)].map(([, name = '', written = '']) =>
    stored(name, written),
  );

function stored(name: string, written: string): RegistryValue {
  const [, type, bytes] = /^hex(?:\((.+?)\))?:(.*)$/.exec(written) ?? [];
  if (bytes !== undefined) {
    const data = Buffer.from(bytes.split(',').map((byte) => Number.parseInt(byte, 16)));
    return { name, type: type === undefined ? 3 : Number.parseInt(type, 16), data };
  }
  if (written.startsWith('dword:')) {
    const data = Buffer.alloc(4);
    data.writeUInt32LE(Number.parseInt(written.slice('dword:'.length), 16));
    return { name, type: 4, data };
  }
  const text = written.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  return { name, type: 1, data: Buffer.from(`${text}\0`, 'utf16le') };
}
