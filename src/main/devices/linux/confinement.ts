import { join, sep } from 'node:path';
import type { DeviceKind } from '../../../shared/devices/system-facts.ts';
import type { LinuxSystem } from './linux-system.ts';
import { textOf } from './read-quietly.ts';

export type Confinement = {
  readonly by: 'flatpak' | 'snap';
  /** Whether it keeps the device from us: true where that is certain. */
  readonly refuses: boolean;
  readonly raw: Readonly<Record<string, string>>;
};

/** The package that we run from, if it confines us; else null. */
export async function confinementOf(
  kind: DeviceKind,
  system: Pick<LinuxSystem, 'root' | 'env' | 'execPath' | 'run'>,
): Promise<Confinement | null> {
  const info = await textOf(join(system.root, '.flatpak-info'));
  if (info !== null) return flatpak(kind, info);
  const { SNAP: snap } = system.env;
  // A program started from a snap's terminal inherits its variables but is not confined by it.
  return snap && system.execPath.startsWith(snap + sep) ? askSnap(kind, system.run) : null;
}

function flatpak(kind: DeviceKind, info: string): Confinement {
  const context = /^\[Context\]$([^[]*)/m.exec(info)?.[1] ?? '';
  const list = (key: string): readonly string[] =>
    (new RegExp(`^${key}=(.*)$`, 'm').exec(context)?.[1] ?? '').split(';').filter((word) => word !== '');
  const [devices, sockets] = [list('devices'), list('sockets')];
  const hasAll = devices.includes('all');
  return {
    by: 'flatpak',
    // There is no permission for cameras alone that would show their files.
    refuses: kind === 'camera' ? !hasAll : !hasAll && !sockets.includes('pulseaudio'),
    raw: { 'flatpak devices': devices.join(' ') || '-', 'flatpak sockets': sockets.join(' ') || '-' },
  };
}

const plugs = { camera: 'camera', microphone: 'audio-record', speaker: 'audio-playback' } as const;

async function askSnap(kind: DeviceKind, run: LinuxSystem['run']): Promise<Confinement> {
  const plug = plugs[kind];
  const answer = await run('snapctl', ['is-connected', plug]);
  // 1 without any output means « no »; with output it is an error, such as a plug that this snap never had.
  const isCut = answer?.code === 1 && answer.stderr.trim() === '';
  const said = answer === null ? 'no answer' : isCut ? 'no' : answer.code === 0 ? 'yes' : 'error';
  return { by: 'snap', refuses: isCut, raw: { [`snap ${plug}`]: said } };
}
