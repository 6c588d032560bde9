import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  nothingTold,
  type DeviceKind,
  type Refuser,
  type SystemFacts,
} from '../../../shared/devices/system-facts.ts';
import { readAlsa, type Direction } from './alsa.ts';
import { videoCaptureNodes } from './video-capture-nodes.ts';
import { confinementOf, type Confinement } from './confinement.ts';
import type { LinuxSystem } from './linux-system.ts';
import { whoHasOpen } from './open-files.ts';
import { browserId } from './browser-ids.ts';
import { namesIn } from './read-quietly.ts';
import { askSoundServer, type SoundServer } from './sound-server.ts';

/** What Linux says of a kind of device. `signal`: the time is up for what takes long. */
export async function readLinuxFacts(
  kind: DeviceKind,
  system: LinuxSystem,
  signal: AbortSignal,
): Promise<SystemFacts> {
  const confinement = await confinementOf(kind, system);
  const facts =
    kind === 'camera'
      ? await lookAtCameras(system, confinement, signal)
      : await lookAtSound(kind === 'microphone' ? 'capture' : 'playback', system);
  const all = Object.entries({ ...confinement?.raw, ...facts.raw });
  // Some cameras have dozens of files, and a sound server may call itself what it likes.
  const raw = Object.fromEntries(all.slice(0, 40).map(([name, value]) => [name, value.slice(0, 120)]));
  return confinement?.refuses ? { ...facts, ...refused('sandbox'), raw } : { ...facts, raw };
}

const refused = (refusedBy: Refuser): Pick<SystemFacts, 'access' | 'refusedBy'> => ({
  access: 'denied',
  refusedBy,
});

async function lookAtCameras(
  { root, pid, mayOpen }: LinuxSystem,
  confinement: Confinement | null,
  signal: AbortSignal,
): Promise<SystemFacts> {
  const nodes = (await videoCaptureNodes(root)).map((name) => `/dev/${name}`);
  const files = await Promise.all(nodes.map((node) => lookAtFile(node, root, mayOpen)));
  const holders = nodes.length === 0 ? [] : await whoHasOpen(nodes, { root, ourPid: pid, signal });
  return {
    ...nothingTold,
    ...(files.length > 0 && !files.some((file) => file.mayOpen) ? refused('group') : {}),
    present: nodes.length,
    // A sandbox shows its own processes only.
    heldBy: confinement !== null && holders?.length === 0 ? null : holders,
    raw: Object.fromEntries(files.map((file) => [file.path, file.raw])),
  };
}

async function lookAtSound(direction: Direction, system: LinuxSystem): Promise<SystemFacts> {
  const { root, pid, mayOpen } = system;
  const [server, alsa, salt] = await Promise.all([
    askSoundServer(direction === 'capture' ? 'sources' : 'sinks', system),
    readAlsa(direction, root, pid),
    system.idSalt(),
  ]);
  const suffix = direction === 'capture' ? 'c' : 'p';
  const nodes = (await namesIn(join(root, 'dev/snd'))).filter((name) =>
    new RegExp(`^pcmC\\d+D\\d+${suffix}$`).test(name),
  );
  const files = await Promise.all(nodes.map((node) => lookAtFile(`/dev/snd/${node}`, root, mayOpen)));
  const isKept = server === 'none' && files.length > 0 && !files.some((file) => file.mayOpen);
  const raw = Object.fromEntries(files.map((file) => [file.path, file.raw]));
  return {
    ...nothingTold,
    ...(isKept ? refused('group') : {}),
    heldBy: alsa.holders,
    ...soundFacts(direction, server, alsa.present, salt),
    raw: { ...soundRaw(server), ...raw },
  };
}

function soundFacts(
  direction: Direction,
  server: SoundServer,
  inKernel: number | null,
  salt: string | null,
): Pick<SystemFacts, 'present' | 'devices' | 'soundServer'> {
  if (server === 'unknown') return { present: null, devices: null, soundServer: null };
  if (server === 'none') return { present: inKernel, devices: null, soundServer: 'none' };
  const { devices, name: soundServer } = server;
  if (devices === null) return { present: null, devices: null, soundServer };
  // « auto_null » stands in where there is no speaker at all.
  const real = devices.filter((one) => !one.isMonitor && one.name !== 'auto_null');
  const standard = direction === 'capture' ? server.defaultSource : server.defaultSink;
  const listed = devices.filter((one) => !one.isMonitor);
  return {
    present: real.length,
    devices: listed.map(({ index, name, description, isMuted }) => ({
      id: salt === null ? null : browserId(name, salt),
      label: description,
      isDefault: name === standard,
      isMuted,
      isOurs: server.ours.has(index),
    })),
    soundServer,
  };
}

/** No names of devices: people call their headsets by their own. */
function soundRaw(server: SoundServer): Readonly<Record<string, string>> {
  if (typeof server === 'string') return { 'sound server': server };
  const devices = (server.devices ?? []).filter((one) => !one.isMonitor);
  return {
    'sound server': server.called,
    devices:
      server.devices === null
        ? 'no answer'
        : `${devices.length}, ${devices.filter((one) => one.isMuted).length} muted`,
  };
}

type LookedAt = { readonly path: string; readonly mayOpen: boolean; readonly raw: string };

async function lookAtFile(path: string, root: string, mayOpen: LinuxSystem['mayOpen']): Promise<LookedAt> {
  const real = join(root, path);
  const [may, file] = await Promise.all([mayOpen(real), stat(real).catch(() => null)]);
  const mode = file === null ? 'missing' : `${(file.mode & 0o7777).toString(8)} group ${file.gid}`;
  return { path, mayOpen: may, raw: `${mode}, ${may ? 'open to us' : 'not for us'}` };
}
