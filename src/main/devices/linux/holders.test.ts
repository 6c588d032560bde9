import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { execPath as nodeProgram } from 'node:process';
import { describe, expect, test } from 'vitest';
import { camera, filming, lookAt, ourPid, program, soundCard } from '../testing/linux-machine.ts';
import { asoundOwnedBy } from '../testing/recorded-linux.ts';
import { plant, type Tree } from '../testing/tree.ts';
import { whoHasOpen } from './open-files.ts';

/** Larger than Linux gives out. */
const nobodys = 5_000_000;

describe('a microphone that a program took for itself', () => {
  const takenBy = (thread: number, more: Tree): Tree => ({
    ...soundCard,
    'proc/asound/card0/pcm0c/sub0/status': asoundOwnedBy(thread),
    ...more,
  });

  test('is held by it', async () => {
    expect(await lookAt(takenBy(77, program(77, 'arecord')), 'microphone')).toMatchObject({
      heldBy: ['arecord'],
    });
  });

  test('is held by the program whose thread took it, and not by the sound server, whose threads have other names', async () => {
    const thread = (pid: number, of: number): Tree => ({
      [`proc/${pid}/status`]: `Name:\tworker\nTgid:\t${of}\nPid:\t${pid}\n`,
    });
    const audacity = takenBy(78, { ...thread(78, 77), ...program(77, 'audacity') });
    expect(await lookAt(audacity, 'microphone')).toMatchObject({ heldBy: ['audacity'] });
    const server = takenBy(78, { ...thread(78, 77), ...program(77, 'pulseaudio') });
    expect(await lookAt(server, 'microphone')).toMatchObject({ heldBy: [] });
  });

  test('is not held by ourselves', async () => {
    const ours = takenBy(4002, {
      ...program(ourPid, 'visio-agents'),
      ...program(4001, 'visio-agents', ourPid),
      ...program(4002, 'visio-agents', 4001),
    });
    expect(await lookAt(ours, 'microphone')).toMatchObject({ heldBy: [] });
  });

  test('from outside of our sandbox is held by nobody with a name', async () => {
    expect(await lookAt(takenBy(0, {}), 'microphone')).toMatchObject({ heldBy: null });
  });
});

describe('a camera', () => {
  const nobody = program(77, 'bash');
  test('is counted once, without the file of its metadata, and is held by who has it open', async () => {
    const facts = await lookAt(
      {
        ...camera,
        ...nobody,
        'proc/77/fd/1': '',
        ...filming(78, 'cheese'),
      },
      'camera',
    );
    expect(facts).toMatchObject({ present: 1, heldBy: ['cheese'], devices: null, soundServer: null });
  });

  test('is known by its first file where udev says nothing', async () => {
    const bare = { 'sys/class/video4linux/video2/index': '0\n', 'sys/class/video4linux/video3/index': '1\n' };
    expect(await lookAt(bare, 'camera')).toMatchObject({ present: 1 });
  });

  test('that we have open ourselves is held by nobody else', async () => {
    const tree = { ...camera, ...program(ourPid, 'visio-agents'), ...filming(4001, 'visio-agents', ourPid) };
    expect(await lookAt(tree, 'camera')).toMatchObject({ heldBy: [] });
  });

  test('may be held by a program that we may not look into, or behind PipeWire', async () => {
    const hidden = { ...camera, ...nobody, 'proc/77/fd': 'no folder: it cannot be listed' };
    expect(await lookAt(hidden, 'camera')).toMatchObject({ heldBy: null });
    expect(await lookAt({ ...camera, ...filming(77, 'pipewire') }, 'camera')).toMatchObject({ heldBy: null });
    expect(
      await lookAt({ ...camera, ...nobody, ...filming(78, 'pipewire'), ...filming(79, 'zoom') }, 'camera'),
    ).toMatchObject({ heldBy: ['zoom'] });
  });

  test("has its holder's whole name where the kernel cut it", async () => {
    const long = {
      ...filming(77, 'teams-for-linux'),
      'proc/77/exe': { link: '/opt/x/teams-for-linux-beta' },
    };
    expect(await lookAt({ ...camera, ...long }, 'camera')).toMatchObject({
      heldBy: ['teams-for-linux-beta'],
    });
  });

  test('threads of the kernel hold nothing', async () => {
    const kernel = {
      ...program(2, 'kthreadd', 0),
      ...program(9, 'kworker/0:1', 2),
      'proc/9/fd': 'not for us',
    };
    expect(await lookAt({ ...camera, ...kernel }, 'camera')).toMatchObject({ heldBy: [] });
  });

  test('is found with the real program that has a real file open', async () => {
    const { root, remove } = plant({ video0: '' });
    const file = join(realpathSync(root), 'video0');
    const script = `fs.openSync(process.argv[1]); setInterval(() => {}, 1000)`;
    const other = spawn(nodeProgram, ['-e', script, file], { stdio: 'ignore' });
    try {
      await once(other, 'spawn');
      const ask = (pid: number) =>
        whoHasOpen([file], { root: '/', ourPid: pid, signal: AbortSignal.timeout(10_000) });
      await expect.poll(() => ask(nobodys)).toEqual([basename(realpathSync(nodeProgram))]);
      // Null where the tests' user may not look into every program.
      expect((await ask(other.pid ?? nobodys)) ?? []).toEqual([]);
    } finally {
      other.kill('SIGKILL');
      remove();
    }
  });

  test('nobody is looked for once the time is up', async () => {
    const { root, remove } = plant({ ...camera, ...filming(77, 'cheese') });
    const late = { root, ourPid, signal: AbortSignal.abort() };
    expect(await whoHasOpen(['/dev/video0'], late)).toBeNull();
    remove();
  });
});
