import { join } from 'node:path';
import { isSoundServer, listProcesses, nameOf, processOfThread, treeOf } from './processes.ts';
import { namesIn, textOf } from './read-quietly.ts';

export type Direction = 'capture' | 'playback';
export type AlsaFacts = {
  /** How many devices of this direction the kernel has; null where it does not tell. */
  readonly present: number | null;
  /** Programs other than ours that took one for themselves, past the sound server; null where one is not named. */
  readonly holders: readonly string[] | null;
};

/** What the kernel says of its sound cards. Everybody may read it, and no device is opened for it. */
export async function readAlsa(direction: Direction, root: string, ourPid: number): Promise<AlsaFacts> {
  const list = await textOf(join(root, 'proc/asound/pcm'));
  // « 00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1 »
  const present =
    list === null ? null : list.split('\n').filter((row) => row.includes(`: ${direction} `)).length;
  const owners = await ownersOf(direction, root);
  if (owners.length === 0) return { present, holders: [] };
  const ours = treeOf(ourPid, await listProcesses(root));
  const names = await Promise.all(
    owners.map(async (thread) => {
      const owner = await processOfThread(root, thread);
      if (owner === null) return null;
      return ours.has(owner.pid) || isSoundServer(owner) ? [] : [await nameOf(root, owner)];
    }),
  );
  const named = names.flatMap((name) => name ?? []);
  // A name is an answer, even where another one is missing.
  return { present, holders: named.length === 0 && names.includes(null) ? null : named };
}

/** Ids of threads; 0 for one that lives outside of our namespace (a Flatpak sees it so). */
async function ownersOf(direction: Direction, root: string): Promise<readonly number[]> {
  const sound = join(root, 'proc/asound');
  const suffix = direction === 'capture' ? 'c' : 'p';
  const owners: number[] = [];
  for (const card of (await namesIn(sound)).filter((name) => /^card\d+$/.test(name))) {
    const streams = (await namesIn(join(sound, card))).filter((name) => /^pcm\d+[cp]$/.test(name));
    for (const stream of streams.filter((name) => name.endsWith(suffix))) {
      for (const sub of await namesIn(join(sound, card, stream))) {
        const status = await textOf(join(sound, card, stream, sub, 'status'));
        // « closed », or lines of which one is « owner_pid   : 1849 ».
        const owner = /^owner_pid\s*: (\d+)$/m.exec(status ?? '')?.[1];
        if (owner !== undefined) owners.push(Number(owner));
      }
    }
  }
  return owners;
}
