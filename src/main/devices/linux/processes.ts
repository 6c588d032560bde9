import { basename, join } from 'node:path';
import { linkOf, namesIn, textOf } from './read-quietly.ts';

export type Process = {
  readonly pid: number;
  readonly parent: number;
  /** At most 15 characters: the kernel truncates it. */
  readonly name: string;
};

/** All processes that this user sees, without kernel threads, which open no files. */
export async function listProcesses(root: string): Promise<readonly Process[]> {
  const pids = (await namesIn(join(root, 'proc'))).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(pids.map((pid) => readProcess(root, Number(pid))));
  return all.filter((one): one is Process => one !== null && one.pid !== kernel && one.parent !== kernel);
}

/** kthreadd, the parent of all threads of the kernel. */
const kernel = 2;

/** Null if it has ended, is in another namespace, or is hidden from us. */
async function readProcess(root: string, pid: number): Promise<Process | null> {
  const stat = await textOf(join(root, 'proc', String(pid), 'stat'));
  // The name may hold anything, also brackets: the last bracket ends it.
  const [, name, parent] = /^\d+ \((.*)\) \S (\d+) /s.exec(stat ?? '') ?? [];
  return name === undefined ? null : { pid, name, parent: Number(parent) };
}

/** The process of which this is a thread: what opens a device is often one (PulseAudio's « alsa-source »). */
export async function processOfThread(root: string, thread: number): Promise<Process | null> {
  const status = await textOf(join(root, 'proc', String(thread), 'status'));
  const pid = /^Tgid:\s*(\d+)$/m.exec(status ?? '')?.[1];
  return pid === undefined ? null : readProcess(root, Number(pid));
}

/** The process itself and all its descendants. */
export function treeOf(pid: number, processes: readonly Process[]): ReadonlySet<number> {
  const tree = new Set([pid]);
  for (;;) {
    const more = processes.filter((one) => tree.has(one.parent) && !tree.has(one.pid));
    if (more.length === 0) return tree;
    for (const one of more) tree.add(one.pid);
  }
}

/** Whether a process is `ancestor` or a descendant of it. */
export async function isWithin(root: string, pid: number, ancestor: number): Promise<boolean> {
  // The first process has no parent, or one that this namespace does not see.
  for (let next = pid; next > 1;) {
    if (next === ancestor) return true;
    next = (await readProcess(root, next))?.parent ?? 0;
  }
  return false;
}

/** As its user knows it: the kernel's name for it, or its file's where that was cut, or is its first thread's (Node 24). */
export async function nameOf(root: string, { pid, name }: Process): Promise<string> {
  if (name.length < 15 && name !== 'MainThread') return name;
  const link = await linkOf(join(root, 'proc', String(pid), 'exe'));
  const file = basename(link ?? '').replace(/ \(deleted\)$/, '');
  return file.startsWith(name) || (name === 'MainThread' && file !== '') ? file : name;
}

/** The servers between programs and devices, which let several programs share one. */
export const isSoundServer = ({ name }: Process): boolean =>
  ['pulseaudio', 'pipewire', 'pipewire-pulse', 'wireplumber', 'pipewire-media-'].includes(name);
