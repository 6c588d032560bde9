import type { LinuxSystem } from './linux-system.ts';
import {
  isRefused,
  soundDevices,
  soundServerInfo,
  soundStreams,
  type SoundDevice,
  type SoundServerInfo,
} from './parse-pactl.ts';
import { isWithin } from './processes.ts';

/** `none`: none listens. `unknown`: one may, and does not tell (no `pactl`, no answer in time). */
export type SoundServer = 'none' | 'unknown' | AnsweringServer;

type AnsweringServer = SoundServerInfo & {
  readonly devices: readonly SoundDevice[] | null;
  /** The indexes of those that this program, or one that it started, reads or plays on. */
  readonly ours: ReadonlySet<number>;
};

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
  return {
    ...told,
    devices: devices?.code === 0 ? soundDevices(devices.stdout) : null,
    ours: await ourDevices(used?.stdout ?? '', system),
  };
}

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
