import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { execPath as nodeProgram } from 'node:process';
import { afterEach, describe, expect, test } from 'vitest';
import type { DeviceKind, SystemFacts } from '../../../shared/devices/system-facts.ts';
import {
  asoundOwnedBy,
  asoundPcm,
  flatpakWithDevices,
  flatpakWithSound,
  pactlRefused,
  pipewireDummySink,
  pulseAudioInfo,
  pulseAudioSinks,
  pulseAudioSources,
  udevOfCapture,
  udevOfMetadata,
} from '../testing/recorded-linux.ts';
import { plant, type Tree } from '../testing/tree.ts';
import type { LinuxSystem } from './linux-system.ts';
import { lookOnLinux } from './look-on-linux.ts';
import { whoHasOpen } from './open-files.ts';
import { runTool, type RunTool } from './run-tool.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});
const planted = (tree: Tree): string => {
  const { root, remove } = plant(tree);
  cleanups.push(remove);
  return root;
};
const said = (stdout: string) => ({ code: 0, stdout, stderr: '' });
const pulseAudio: RunTool = async (_name, args) => {
  if (args[0] === 'info') return said(pulseAudioInfo);
  return said(args[1] === 'sources' ? pulseAudioSources : pulseAudioSinks);
};
const withServer = { PULSE_SERVER: 'unix:/run/user/1000/pulse/native' };
const look = (kind: DeviceKind, tree: Tree, own: Partial<LinuxSystem> = {}): Promise<SystemFacts> =>
  lookOnLinux(
    kind,
    {
      root: planted(tree),
      env: {},
      pid: 4000,
      execPath: '/opt/Visio-Agents/visio-agents',
      run: async () => null,
      mayOpen: async () => true,
      ...own,
    },
    new AbortController().signal,
  );
/** Larger than Linux gives out. */
const nobodys = 5_000_000;
const process = (pid: number, name: string, parent = 1): Tree => ({
  [`proc/${pid}/stat`]: `${pid} (${name}) S ${parent} ${pid} ${pid} 0 -1 4194304`,
  [`proc/${pid}/status`]: `Name:\t${name}\nTgid:\t${pid}\nPid:\t${pid}\n`,
});
const camera: Tree = {
  'sys/class/video4linux/video0/dev': '81:0\n',
  'sys/class/video4linux/video1/dev': '81:1\n',
  'run/udev/data/c81:0': udevOfCapture,
  'run/udev/data/c81:1': udevOfMetadata,
  'dev/video0': '',
  'dev/video1': '',
};
const microphone: Tree = {
  'proc/asound/pcm': asoundPcm,
  'proc/asound/card0/pcm0c/sub0/status': 'closed\n',
  'dev/snd/pcmC0D0c': '',
};

describe('the sound server', () => {
  test('tells which is muted, by the name that Chromium gives it, and as the default one too', async () => {
    const system = { run: pulseAudio, env: withServer };
    expect(await look('microphone', {}, system)).toMatchObject({
      access: 'unknown',
      present: 1,
      muted: ['MicroUSB', 'Default'],
      soundServer: 'pulseaudio',
      heldBy: [],
    });
    expect(await look('speaker', {}, system)).toMatchObject({ present: 2, muted: ['Casque', 'Default'] });
  });

  test('that has a dummy output only has no speaker', async () => {
    const dummy: RunTool = async (_name, args) =>
      said(args[0] === 'info' ? pulseAudioInfo : pipewireDummySink);
    expect(await look('speaker', {}, { run: dummy, env: withServer })).toMatchObject({
      present: 0,
      muted: [],
    });
  });

  test('that nobody hears of is none, and is not started by looking', async () => {
    const asked: string[] = [];
    const run: RunTool = async (name) => {
      asked.push(name);
      return null;
    };
    expect(await look('microphone', microphone, { run })).toMatchObject({
      soundServer: 'none',
      present: 1,
      muted: null,
    });
    expect(asked).toEqual([]);
  });

  test.each([
    ['refuses every connection is none', async () => ({ code: 1, stdout: '', stderr: pactlRefused }), 'none'],
    ['cannot be asked is not known', async () => null, null],
  ] satisfies [string, RunTool, string | null][])('that %s', async (_which, run, soundServer) => {
    const facts = await look('microphone', microphone, { run, env: withServer });
    expect(facts).toMatchObject({ soundServer, muted: null });
  });

  test('that hangs is given up in time', async () => {
    const started = performance.now();
    expect(await runTool({ PATH: '/usr/bin:/bin' }, 100)('sleep', ['5'])).toBeNull();
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await runTool({ PATH: '/nowhere' }, 100)('pactl', ['info'])).toBeNull();
  });
});

describe('a microphone that a program took for itself', () => {
  const takenBy = (thread: number, more: Tree): Tree => ({
    ...microphone,
    'proc/asound/card0/pcm0c/sub0/status': asoundOwnedBy(thread),
    ...more,
  });

  test('is held by it', async () => {
    expect(await look('microphone', takenBy(77, process(77, 'arecord')))).toMatchObject({
      heldBy: ['arecord'],
    });
  });

  test('is held by the program whose thread took it, and not by the sound server, whose threads have other names', async () => {
    const thread = (pid: number, of: number): Tree => ({
      [`proc/${pid}/status`]: `Name:\tworker\nTgid:\t${of}\nPid:\t${pid}\n`,
    });
    const audacity = takenBy(78, { ...thread(78, 77), ...process(77, 'audacity') });
    expect(await look('microphone', audacity)).toMatchObject({ heldBy: ['audacity'] });
    const server = takenBy(78, { ...thread(78, 77), ...process(77, 'pulseaudio') });
    expect(await look('microphone', server)).toMatchObject({ heldBy: [] });
  });

  test('is not held by ourselves', async () => {
    const ours = takenBy(4002, {
      ...process(4000, 'visio-agents'),
      ...process(4001, 'visio-agents', 4000),
      ...process(4002, 'visio-agents', 4001),
    });
    expect(await look('microphone', ours)).toMatchObject({ heldBy: [] });
  });

  test('from outside of our sandbox is held by nobody with a name', async () => {
    expect(await look('microphone', takenBy(0, {}))).toMatchObject({ heldBy: null });
  });
});

describe('a camera', () => {
  const nobody = process(77, 'bash');
  const holding = (pid: number, name: string, parent = 1): Tree => ({
    ...process(pid, name, parent),
    [`proc/${pid}/fd/5`]: { link: '/dev/video0' },
  });

  test('is counted once, without the file of its metadata, and is held by who has it open', async () => {
    const facts = await look('camera', {
      ...camera,
      ...nobody,
      'proc/77/fd/1': '',
      ...holding(78, 'cheese'),
    });
    expect(facts).toMatchObject({ present: 1, heldBy: ['cheese'], muted: null, soundServer: null });
  });

  test('is known by its first file where udev says nothing', async () => {
    const bare = { 'sys/class/video4linux/video2/index': '0\n', 'sys/class/video4linux/video3/index': '1\n' };
    expect(await look('camera', bare)).toMatchObject({ present: 1 });
  });

  test('that we have open ourselves is held by nobody else', async () => {
    const tree = { ...camera, ...process(4000, 'visio-agents'), ...holding(4001, 'visio-agents', 4000) };
    expect(await look('camera', tree)).toMatchObject({ heldBy: [] });
  });

  test('may be held by a program that we may not look into, or behind PipeWire', async () => {
    const hidden = { ...camera, ...nobody, 'proc/77/fd': 'no folder: it cannot be listed' };
    expect(await look('camera', hidden)).toMatchObject({ heldBy: null });
    expect(await look('camera', { ...camera, ...holding(77, 'pipewire') })).toMatchObject({ heldBy: null });
    expect(
      await look('camera', { ...camera, ...nobody, ...holding(78, 'pipewire'), ...holding(79, 'zoom') }),
    ).toMatchObject({ heldBy: ['zoom'] });
  });

  test("has its holder's whole name where the kernel cut it", async () => {
    const long = {
      ...holding(77, 'teams-for-linux'),
      'proc/77/exe': { link: '/opt/x/teams-for-linux-beta' },
    };
    expect(await look('camera', { ...camera, ...long })).toMatchObject({ heldBy: ['teams-for-linux-beta'] });
  });

  test('threads of the kernel hold nothing', async () => {
    const kernel = {
      ...process(2, 'kthreadd', 0),
      ...process(9, 'kworker/0:1', 2),
      'proc/9/fd': 'not for us',
    };
    expect(await look('camera', { ...camera, ...kernel })).toMatchObject({ heldBy: [] });
  });

  test('is found with the real program that has a real file open', async () => {
    const file = join(realpathSync(planted({ video0: '' })), 'video0');
    const script = `fs.openSync(process.argv[1]); setInterval(() => {}, 1000)`;
    const other = spawn(nodeProgram, ['-e', script, file], { stdio: 'ignore' });
    try {
      await once(other, 'spawn');
      const ask = (ourPid: number) =>
        whoHasOpen([file], { root: '/', ourPid, signal: AbortSignal.timeout(10_000) });
      await expect.poll(() => ask(nobodys)).toEqual([basename(realpathSync(nodeProgram))]);
      // Null where the tests' user may not look into every program.
      expect((await ask(other.pid ?? nobodys)) ?? []).toEqual([]);
    } finally {
      other.kill('SIGKILL');
    }
  });

  test('nobody is looked for once the time is up', async () => {
    const root = planted({ ...camera, ...holding(77, 'cheese') });
    expect(await whoHasOpen(['/dev/video0'], { root, ourPid: 4000, signal: AbortSignal.abort() })).toBeNull();
  });
});

describe('what refuses', () => {
  const shut = { mayOpen: async () => false };

  test('is the group, where the files are there and not for this user', async () => {
    expect(await look('camera', camera, shut)).toMatchObject({ access: 'denied', refusedBy: 'group' });
    expect(await look('microphone', microphone, shut)).toMatchObject({ refusedBy: 'group' });
  });

  test('is not the group where a sound server stands between, or may', async () => {
    const pulse = { ...shut, run: pulseAudio, env: withServer };
    expect(await look('microphone', microphone, pulse)).toMatchObject({ access: 'unknown', refusedBy: null });
    const silent = { ...shut, env: withServer };
    expect(await look('microphone', microphone, silent)).toMatchObject({
      access: 'unknown',
      refusedBy: null,
    });
  });

  test('is nothing where there is no device', async () => {
    expect(await look('camera', {}, shut)).toMatchObject({ access: 'unknown', present: 0, heldBy: [] });
  });

  test.each<[DeviceKind, string, boolean]>([
    ['camera', flatpakWithSound, true],
    ['camera', flatpakWithDevices, false],
    ['microphone', flatpakWithSound, false],
    ['microphone', flatpakWithSound.replace('pulseaudio;', ''), true],
    ['speaker', flatpakWithSound.replace('pulseaudio;', ''), true],
  ])('is the Flatpak that a %s is kept out of', async (kind, info, refuses) => {
    const facts = await look(kind, { '.flatpak-info': info });
    expect(facts.refusedBy).toBe(refuses ? 'sandbox' : null);
    expect(facts.access).toBe(refuses ? 'denied' : 'unknown');
  });

  test('a Flatpak sees its own programs only: nobody found there is no answer', async () => {
    const tree = { ...camera, '.flatpak-info': flatpakWithDevices };
    expect(await look('camera', tree)).toMatchObject({ heldBy: null });
  });

  test.each([
    ['not connected', { code: 1, stdout: '', stderr: '' }, 'sandbox'],
    ['connected', { code: 0, stdout: '', stderr: '' }, null],
    [
      'a plug that it never had',
      { code: 1, stdout: '', stderr: 'error: snap "x" has no plug or slot named "camera"' },
      null,
    ],
    ['no answer', null, null],
  ])('is the Snap: %s', async (_which, answer, refusedBy) => {
    const snap = { env: { SNAP: '/snap/x/1' }, execPath: '/snap/x/1/visio-agents', run: async () => answer };
    expect(await look('camera', camera, snap)).toMatchObject({ refusedBy });
  });

  test('is no Snap that only lent us its terminal', async () => {
    const run = async () => ({ code: 1, stdout: '', stderr: '' });
    expect(await look('camera', camera, { env: { SNAP: '/snap/code/9' }, run })).toMatchObject({
      refusedBy: null,
    });
  });
});

test('the report gets modes and states, and nobody is named in it', async () => {
  const facts = await look('microphone', microphone, { run: pulseAudio, env: withServer });
  expect(facts.raw).toEqual({
    'sound server': 'pulseaudio',
    devices: '1, 1 muted',
    '/dev/snd/pcmC0D0c': expect.stringMatching(/^\d{3} group \d+, open to us$/),
  });
});
