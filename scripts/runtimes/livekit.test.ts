import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resolveLivekit } from './livekit.ts';

let directory: string;
let said: string[];
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-livekit-test-'));
  said = [];
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A program of this name, in a folder of its own, that answers with this text. */
async function program(name: string, answer: string): Promise<string> {
  const folder = path.join(directory, `bin-${answer.replaceAll(/\W/g, '')}`);
  await mkdir(folder);
  await writeFile(path.join(folder, name), `#!/bin/sh\n${answer}\n`);
  await chmod(path.join(folder, name), 0o755);
  return path.join(folder, name);
}
const server = (version: string) => program('livekit-server', `echo livekit-server version ${version}`);

const unreachable = vi.fn<typeof fetch>(() =>
  Promise.reject(new TypeError('fetch failed', { cause: new Error('no network') })),
);
const resolve = (env: NodeJS.ProcessEnv, fetch: typeof globalThis.fetch = unreachable) =>
  resolveLivekit({
    log: (line) => void said.push(line),
    env: { VISIO_CACHE_DIR: directory, PATH: '/usr/bin:/bin', ...env },
    platform: 'linux',
    arch: 'x64',
    fetch,
  });
const cached = () => path.join(directory, 'visio-agents', 'livekit');

describe.runIf(process.platform === 'linux')('a LiveKit server', () => {
  test('is first the one that the variable names', async () => {
    const file = await server('1.13.7');
    expect(await resolve({ VISIO_LIVEKIT_SERVER: file })).toEqual({
      path: file,
      version: '1.13.7',
      source: 'variable',
    });
  });

  test('is not guessed where the variable names something else', async () => {
    const file = await program('livekit-server', 'exit 1');
    await expect(resolve({ VISIO_LIVEKIT_SERVER: file })).rejects.toThrow('VISIO_LIVEKIT_SERVER is');
  });

  test('is then the one in the PATH, if it is recent enough', async () => {
    const file = await server('1.14.0');
    expect(await resolve({ PATH: path.dirname(file) })).toMatchObject({ path: file, source: 'path' });
  });

  test('in the PATH that is too old is left aside, and this is said', async () => {
    const file = await server('1.9.1');
    await expect(resolve({ PATH: path.dirname(file) })).rejects.toThrow('No LiveKit server could be got');
    expect(said[0]).toContain('is LiveKit 1.9.1');
  });

  test('is never taken from the current directory', async () => {
    const file = await server('1.13.5');
    const before = process.cwd();
    process.chdir(path.dirname(file));
    try {
      await expect(resolve({ PATH: '.' })).rejects.toThrow('No LiveKit server could be got');
    } finally {
      process.chdir(before);
    }
  });

  test('whose release was tampered with is refused, and nothing of it stays', async () => {
    const forging = vi.fn<typeof fetch>(() => Promise.resolve(new Response('forged')));
    await expect(resolve({ PATH: '/nowhere' }, forging)).rejects.toThrow('not what was pinned');
    expect(forging.mock.calls[0]?.[0]).toMatch(
      /^https:\/\/github\.com\/livekit\/livekit\/releases\/download\/v1\.13\.5\//,
    );
    expect(await readdir(cached())).toEqual([]);
  });

  test('is built by Go where the release cannot be reached, and kept', async () => {
    const go = await program('go', `[ "$1" = version ] && echo go1.26 || cp "$0" "$GOBIN/server"`);
    const env = { PATH: `${path.dirname(go)}:/usr/bin:/bin` };
    const built = await resolve(env);
    expect(built).toMatchObject({ source: 'go', version: '1.13.5' });
    expect(said).toContain('The official release of LiveKit cannot be fetched (no network).');
    expect(await resolve(env)).toEqual({ ...built, source: 'cache' });
  });

  test('that cannot be had at all is a sentence that says what to do', async () => {
    await expect(resolve({ PATH: '/nowhere' })).rejects.toThrow(
      /no network.*no Go here.*VISIO_LIVEKIT_SERVER/,
    );
  });
});
