import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The sizes that freedesktop's icon theme knows and desktops ask for. */
const iconSizes = [16, 22, 24, 32, 48, 64, 96, 128, 256, 512] as const;

/** Draws one SVG as PNGs; nothing of the machine (its fonts, its libraries) has a part in it, so they are the same everywhere. */
export async function drawPngs(svg: string, sizes: readonly number[]): Promise<Map<number, Uint8Array>> {
  ready ??= loadResvg();
  await ready;
  const drawn = new Map<number, Uint8Array>();
  for (const size of sizes)
    drawn.set(size, new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
  return drawn;
}

/** A folder of PNGs, `16x16.png` and so on, as electron-builder takes them for Linux. What was in it goes. */
export async function writeIcons(svgFile: string, directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const [size, png] of await drawPngs(await readFile(svgFile, 'utf8'), iconSizes))
    await writeFile(path.join(directory, `${size}x${size}.png`), png);
}

// The library can be loaded once in a process.
let ready: Promise<void> | undefined;
const loadResvg = async (): Promise<void> =>
  initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
