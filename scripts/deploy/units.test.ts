import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareFiles, type ClusterFiles } from '../cluster/prepare-files.ts';
import { resolveClusterPrograms, type ClusterPrograms } from '../runtimes/cluster-programs.ts';
import { openGuard, type Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { readTemplates } from './fill.ts';

// The files of deploy/, filled for this machine, as the programs read them that an operator runs.
let guard: Guard;
let programs: ClusterPrograms;
let files: ClusterFiles;
let units: string;
beforeAll(async () => {
  guard = openGuard();
  programs = await resolveClusterPrograms(() => undefined);
  files = await prepareFiles({ guard, programs, settings: {}, logs: undefined });
  units = path.join(files.directory, 'systemd');
}, 300_000);
afterAll(() => guard.close());

const systemd = (...args: readonly string[]) =>
  // The colon: and then the system's own units.
  run(guard, 'systemd-analyze', args, {
    env: { ...process.env, SYSTEMD_UNIT_PATH: `${units}:` },
    timeoutMs: 15_000,
  });
const unitNames = async (): Promise<string[]> =>
  (await readdir(units)).filter((name) => /\.(service|timer)$/.test(name));

describe.runIf(process.platform === 'linux')('the files of deploy/', () => {
  test('systemd accepts each unit without a word: every key and value is one that it knows', async () => {
    const names = await unitNames();
    expect(names).toHaveLength(7);
    for (const name of names) {
      const verified = await systemd('verify', '--man=no', '--recursive-errors=no', name.replace('@', '@a'));
      expect(verified).toEqual({ code: 0, stdout: '', stderr: '' });
    }
  });

  test('systemd judges what each unit leaves open to be little', async () => {
    for (const name of (await unitNames()).filter((each) => each.endsWith('.service'))) {
      // Of 100, where a unit without any hardening has 96; nginx starts as root, for the ports and the key.
      const most = name === 'visio-nginx.service' ? 30 : 20;
      const judged = await systemd(
        'security',
        '--offline=yes',
        '--no-pager',
        `--threshold=${most}`,
        path.join(units, name),
      );
      expect(judged, `${name}\n${judged.stdout.split('\n').at(-2)}`).toMatchObject({ code: 0 });
    }
  });

  test('a service whose configuration is wrong is not started again and again', async () => {
    const template = (await readTemplates()).find(({ path: file }) =>
      file.endsWith('visio-service@.service'),
    );
    expect(template?.text).toMatch(/^Restart=on-failure$/m);
    expect(template?.text).toMatch(/^RestartPreventExitStatus=78$/m);
  });

  test('nginx accepts its configuration without a warning', async () => {
    const config = path.join(files.directory, 'config', 'nginx.conf');
    const checked = await run(guard, programs.nginx, ['-e', 'stderr', '-t', '-q', '-c', config]);
    // Whoever is not root cannot give the workers another user, and is told so.
    const said = checked.stderr
      .split('\n')
      .filter((line) => line !== '' && !line.includes('"user" directive'));
    expect({ code: checked.code, said }).toEqual({ code: 0, said: [] });
  });

  test('LiveKit knows every key of its configuration, also where media may go over TLS', async () => {
    const turn = await prepareFiles({
      guard,
      programs,
      settings: { TURN_ENABLED: 'true', LIVEKIT_A_UDP_PORT: '7882-7889' },
      logs: undefined,
    });
    const config = path.join(turn.directory, 'config', 'livekit-a.yaml');
    const env = { ...process.env, LIVEKIT_KEYS: 'key: 01234567890123456789012345678901' };
    const ports = await run(guard, programs.livekit, ['--config', config, 'ports'], { env });
    expect(ports.code).toBe(0);
    expect(ports.stdout).toContain('443 - TURN/TLS');
  });
});
