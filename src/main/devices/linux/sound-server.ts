import type { LinuxSystem } from './linux-system.ts';
import {
  isRefused,
  soundDevices,
  soundServerInfo,
  soundStreams,
  type SoundDevice,
  type SoundServerInfo,
} from './pactl.ts';
import { isWithin } from './processes.ts';

export type UsedDevice = SoundDevice & {
  /** This program, or one that it started, reads it or plays on it. */
  readonly isOurs: boolean;
};

/** `none`: none listens. `unknown`: one may, and does not tell (no `pactl`, no answer in time). */
export type SoundServer =
  'none' | 'unknown' | (SoundServerInfo & { readonly devices: readonly UsedDevice[] | null });

/**
 * What plays and records for this user, and its sources or sinks. It is asked and not looked for: where it listens stands in
 * variables, in files of libpulse, or on the screen, and `pactl` finds it as Chromium does. Starts no sound server.
 */
export async function askSoundServer(
  list: 'sources' | 'sinks',
  system: Pick<LinuxSystem, 'root' | 'run' | 'pid'>,
): Promise<SoundServer> {
  const streams = list === 'sources' ? 'source-outputs' : 'sink-inputs';
  const [info, devices, used] = await Promise.all([
    system.run('pactl', ['info']),
    system.run('pactl', ['list', list]),
    system.run('pactl', ['list', streams]),
  ]);
  if (info === null) return 'unknown';
  if (info.code !== 0) return isRefused(info.stderr) ? 'none' : 'unknown';
  const told = soundServerInfo(info.stdout);
  if (told === null) return 'unknown';
  if (devices?.code !== 0) return { ...told, devices: null };
  const ours = await ourDevices(used?.stdout ?? '', system);
  return {
    ...told,
    devices: soundDevices(devices.stdout).map((device) => ({ ...device, isOurs: ours.has(device.index) })),
  };
}

/** Their indexes. */
async function ourDevices(
  streams: string,
  { root, pid }: Pick<LinuxSystem, 'root' | 'pid'>,
): Promise<ReadonlySet<number>> {
  const of = await Promise.all(
    soundStreams(streams).map(async (stream) =>
      (await isWithin(root, stream.pid, pid)) ? [stream.device] : [],
    ),
  );
  return new Set(of.flat());
}
