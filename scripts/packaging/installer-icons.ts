import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { icns, icnsSizes, ico, icoSizes } from './icon-containers.ts';
import { drawPngs } from './icons.ts';

/** Writes the drawing as `icon.ico` and `icon.icns`, where the settings for Windows and macOS look for them. */
export async function writeInstallerIcons(svgFile: string, directory: string): Promise<void> {
  const pngs = await drawPngs(await readFile(svgFile, 'utf8'), [...new Set([...icoSizes, ...icnsSizes])]);
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, 'icon.ico'), ico(pngs));
  await writeFile(path.join(directory, 'icon.icns'), icns(pngs));
}
