import type { DeviceKind, SystemFacts } from '../../../shared/devices/system-facts.ts';
import type { LinuxSystem } from '../linux/linux-system.ts';
import { readLinuxFacts } from '../linux/linux-facts.ts';
import { asoundPcm, pactlRefused, pulseAudioInfo, udevOfCapture, udevOfMetadata } from './recorded-linux.ts';
import { plant, type Tree } from './tree.ts';

/** The process of the app on the machines below. */
export const ourPid = 4000;

/** What a machine with these files tells. Without more it has no tools, and its user may open all devices. */
export async function lookAt(
  tree: Tree,
  kind: DeviceKind,
  own: Partial<LinuxSystem> = {},
): Promise<SystemFacts> {
  const { root, remove } = plant(tree);
  try {
    const bare = {
      root,
      env: {},
      pid: ourPid,
      execPath: '/opt/Visio-Agents/visio-agents',
      run: async () => null,
      idSalt: async () => null,
      mayOpen: async () => true,
    };
    return await readLinuxFacts(kind, { ...bare, ...own }, new AbortController().signal);
  } finally {
    remove();
  }
}

/** Nothing may be opened. */
export const shut = { mayOpen: async () => false };

/** No sound server listens. */
export const soundless: Partial<LinuxSystem> = {
  run: async () => ({ code: 1, stdout: '', stderr: pactlRefused }),
};
/** A sound server that said this when it was asked what it has, and which streams. */
export const hearing = (list: string, streams = ''): Partial<LinuxSystem> => ({
  run: async (_name, [what, of]) => {
    const isStreams = of === 'source-outputs' || of === 'sink-inputs';
    return { code: 0, stdout: what === 'info' ? pulseAudioInfo : isStreams ? streams : list, stderr: '' };
  },
});

/** One camera, with a second file for its metadata. */
export const camera: Tree = {
  'sys/class/video4linux/video0/dev': '81:0\n',
  'sys/class/video4linux/video1/dev': '81:1\n',
  'run/udev/data/c81:0': udevOfCapture,
  'run/udev/data/c81:1': udevOfMetadata,
  'dev/video0': '',
  'dev/video1': '',
};

/** A sound card that nobody uses. */
export const soundCard: Tree = {
  'proc/asound/pcm': asoundPcm,
  'proc/asound/card0/pcm0c/sub0/status': 'closed\n',
  'dev/snd/pcmC0D0c': '',
};

export const program = (pid: number, name: string, parent = 1): Tree => ({
  [`proc/${pid}/stat`]: `${pid} (${name}) S ${parent} ${pid} ${pid} 0 -1 4194304`,
  [`proc/${pid}/status`]: `Name:\t${name}\nTgid:\t${pid}\nPid:\t${pid}\n`,
});

/** A program that has the camera open. */
export const filming = (pid: number, name: string, parent = 1): Tree => ({
  ...program(pid, name, parent),
  [`proc/${pid}/fd/5`]: { link: '/dev/video0' },
});
