/** PNGs of one drawing, by their width. */
type Pngs = ReadonlyMap<number, Uint8Array>;

/** Windows asks for these, from the title bar to the desktop at 250 %. */
export const icoSizes = [16, 20, 24, 32, 40, 48, 64, 256] as const;

/** An ICO of PNGs, which Windows reads since Vista. */
export function ico(pngs: Pngs): Uint8Array {
  const images = icoSizes.map((size) => ({ size, png: pick(pngs, size) }));
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2); // icons, not cursors
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry); // 0 stands for 256
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4); // planes
    header.writeUInt16LE(32, entry + 6); // bits a pixel
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

// Apple's names for widths in pixels. The small ones (icp4, icp5) are drawn wrongly from PNGs by some versions of
// macOS; it scales from the next.
const icnsTypes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

export const icnsSizes = [...new Set(icnsTypes.map(([, size]) => size))];

/** An ICNS of PNGs, for plain and for dense screens. */
export function icns(pngs: Pngs): Uint8Array {
  const blocks = icnsTypes.map(([type, size]) => block(type, pick(pngs, size)));
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}

function pick(pngs: Pngs, size: number): Uint8Array {
  const png = pngs.get(size);
  if (!png) throw new Error(`The icon has not been drawn ${size} pixels wide.`);
  return png;
}
