import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { LinuxSystem } from './linux-system.ts';
import { soundDevices, soundServerInfo, type SoundDevice, type SoundServerInfo } from './pactl.ts';

/** `none`: none runs. `unknown`: one may, and does not tell (no `pactl`, no answer in time). */
export type SoundServer =
  'none' | 'unknown' | (SoundServerInfo & { readonly devices: readonly SoundDevice[] | null });

/** What plays and records for this user, and its sources or sinks. Starts no sound server. */
export async function askSoundServer(
  list: 'sources' | 'sinks',
  system: Pick<LinuxSystem, 'root' | 'env' | 'run'>,
): Promise<SoundServer> {
  if (!(await isListening(system))) return 'none';
  const [info, devices] = await Promise.all([
    system.run('pactl', ['info']),
    system.run('pactl', ['list', list]),
  ]);
  if (info === null) return 'unknown';
  if (info.code !== 0) return /refused|no such file/i.test(info.stderr) ? 'none' : 'unknown';
  const told = soundServerInfo(info.stdout);
  if (told === null) return 'unknown';
  return { ...told, devices: devices?.code === 0 ? soundDevices(devices.stdout) : null };
}

/** Where no server listens, libpulse would start one for `pactl`, which is not what looking may do. */
export async function isListening({ root, env }: Pick<LinuxSystem, 'root' | 'env'>): Promise<boolean> {
  if (env['PULSE_SERVER']) return true;
  const { PULSE_RUNTIME_PATH: own, XDG_RUNTIME_DIR: user } = env;
  const sockets = [
    ...(own ? [join(own, 'native')] : []),
    ...(user ? [join(user, 'pulse/native')] : []),
    join(root, 'run/pulse/native'),
  ];
  const found = await Promise.all(
    sockets.map((socket) =>
      access(socket).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
