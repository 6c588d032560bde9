import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { run } from '../../../scripts/supervision/run.ts';
import type { AppProgram } from '../app/app-program.ts';

export type ClosedNetwork = {
  /** Ours, as the namespace reaches it: the only address that answers there. */
  readonly gateway: string;
  /** Its own, as we reach it. */
  readonly inside: string;
  readonly namespace: string;
  /** From now on drops, without a word, what comes by the cable and is as nftables says: `udp dport 7882`. */
  drop(what: string): Promise<void>;
  /** Nothing is dropped any more. */
  letThrough(): Promise<void>;
  /** We have another address there from now on: what was under way with the one before is lost. */
  moveGateway(): Promise<void>;
  /** The computer there gets another address beside its own, as by a VPN: for Chromium the network has changed. */
  addAddress(): Promise<void>;
  /** Runs a program there to its end. */
  run(program: string, ...args: readonly string[]): ReturnType<typeof run>;
  /** The same program in that network. */
  enclose(program: AppProgram): Promise<AppProgram>;
  remove(): Promise<void>;
};

/** A network of its own with one cable to this machine and no route to anywhere else. Root's alone. `number`: of several. */
export async function closeNetwork(guard: Guard, number = 0): Promise<ClosedNetwork> {
  const name = `visio${process.pid}${number === 0 ? '' : `x${number}`}`;
  const [here, there] = [`${name}h`.slice(-15), `${name}n`.slice(-15)];
  // Not that of another run of these tests on this machine.
  const subnet = `10.213.${(process.pid + number) % 250}`;
  const [gateway, inside] = [`${subnet}.1`, `${subnet}.2`];
  let [ours, others] = [gateway, `${subnet}.3`];
  const ip = async (...args: string[]): Promise<void> => {
    const { code, stderr } = await run(guard, 'ip', args);
    if (code !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr}`);
  };
  await ip('netns', 'add', name);
  await ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there);
  await ip('link', 'set', there, 'netns', name);
  await ip('addr', 'add', `${gateway}/29`, 'dev', here);
  await ip('link', 'set', here, 'up');
  await ip('-n', name, 'addr', 'add', `${inside}/29`, 'dev', there);
  await ip('-n', name, 'link', 'set', there, 'up');
  await ip('-n', name, 'link', 'set', 'lo', 'up');
  const runThere: ClosedNetwork['run'] = (program, ...args) =>
    run(guard, 'ip', ['netns', 'exec', name, program, ...args]);
  return {
    gateway,
    inside,
    namespace: name,
    run: runThere,
    async drop(what) {
      const table = 'inet wall';
      for (const command of [
        `add table ${table}`,
        `add chain ${table} in { type filter hook input priority 0; }`,
        `add rule ${table} in iifname "${there}" ${what} drop`,
      ]) {
        const { code, stderr } = await runThere('nft', command);
        if (code !== 0) throw new Error(`nft ${command}: ${stderr}`);
      }
    },
    async letThrough() {
      await runThere('nft', 'delete table inet wall');
    },
    async moveGateway() {
      await ip('addr', 'del', `${ours}/29`, 'dev', here);
      [ours, others] = [others, ours];
      await ip('addr', 'add', `${ours}/29`, 'dev', here);
    },
    async addAddress() {
      await ip('-n', name, 'addr', 'add', '192.0.2.78/32', 'dev', there);
    },
    async enclose(program) {
      const folder = await mkdtemp(path.join(tmpdir(), 'visio-closed-'));
      guard.removeAtEnd(folder);
      const executable = path.join(folder, 'enclosed-app');
      const runner = path.join(import.meta.dirname, 'in-namespace.ts');
      await writeFile(
        executable,
        `#!/bin/sh\nexec '${process.execPath}' '${runner}' ${name} '${program.executable}' "$@"\n`,
      );
      await chmod(executable, 0o755);
      return { ...program, executable };
    },
    // The cable goes with its end.
    remove: () => ip('netns', 'delete', name),
  };
}
