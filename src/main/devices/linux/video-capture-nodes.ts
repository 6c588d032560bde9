import { join } from 'node:path';
import { namesIn, textOf } from './read-quietly.ts';

/** The files under /dev that give a picture, without opening one. A camera has others beside them, for its metadata. */
export async function videoCaptureNodes(root: string): Promise<readonly string[]> {
  const folder = join(root, 'sys/class/video4linux');
  const names = (await namesIn(folder)).filter((name) => /^video\d+$/.test(name));
  const known = await Promise.all(
    names.map(async (name) => ((await isCapture(root, join(folder, name))) ? [name] : [])),
  );
  return known.flat().toSorted();
}

/** What udev found when it asked the device; without udev the first node of a device is the one with the picture. */
async function isCapture(root: string, device: string): Promise<boolean> {
  const number = (await textOf(join(device, 'dev')))?.trim();
  const udev = number === undefined ? null : await textOf(join(root, `run/udev/data/c${number}`));
  const capabilities = /^E:ID_V4L_CAPABILITIES=(.*)$/m.exec(udev ?? '')?.[1];
  if (capabilities !== undefined) return capabilities.split(':').includes('capture');
  return (await textOf(join(device, 'index')))?.trim() === '0';
}
