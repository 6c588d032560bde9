import { createWriteStream } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Unprepared, type Log } from '../log.ts';
import type { Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { verifyDigest } from './digest.ts';
import { unzip } from './unzip.ts';

type Release = { readonly url: string; readonly sha256: string };
type Tools = { readonly guard: Guard; readonly log: Log; readonly fetch: typeof globalThis.fetch };

// As the release's own checksums.txt lists them. There is no archive for macOS.
const archives: Partial<Record<string, { name: string; sha256: string }>> = {
  'linux-x64': {
    name: 'linux_amd64.tar.gz',
    sha256: 'c020fac437b7cc9b776eef1ad5ea8af77be9acfa07602eca20a3a44930dfbc70',
  },
  'linux-arm64': {
    name: 'linux_arm64.tar.gz',
    sha256: '332015305518765fe05bad74fc3a9d9583e635e7dd130de3c4fc563d69c550f3',
  },
  'win32-x64': {
    name: 'windows_amd64.zip',
    sha256: '3ec7eaa76ef64063bf21f78364733703e0969612cb92ffd60661ed45fa4a8906',
  },
};

/** The archive of LiveKit 1.13.5 for a machine, where the project publishes one. */
export function releaseFor(platform: NodeJS.Platform, arch: string): Release | null {
  const archive = archives[`${platform}-${arch}`];
  if (!archive) return null;
  const url = `https://github.com/livekit/livekit/releases/download/v1.13.5/livekit_1.13.5_${archive.name}`;
  return { url, sha256: archive.sha256 };
}

/**
 * Fetches a release into a directory, with nothing in it but the executable.
 * @throws {Unprepared} if it cannot be reached (10 s), breaks off, or is not the pinned one.
 */
export async function fetchRelease(
  { url, sha256 }: Release,
  directory: string,
  executable: string,
  { guard, log, fetch }: Tools,
): Promise<void> {
  const archive = path.join(directory, path.basename(url));
  await download(url, archive, { log, fetch });
  await verifyDigest(archive, { algorithm: 'sha256', hex: sha256 });
  if (archive.endsWith('.zip')) {
    await unzip(archive, directory, (name) => (name === executable ? name : null));
  } else {
    const unpacked = await run(guard, 'tar', ['-xzf', archive, '-C', directory, executable]);
    if (unpacked.code !== 0) throw new Unprepared(`tar could not unpack LiveKit: ${unpacked.stderr.trim()}`);
  }
  await chmod(path.join(directory, executable), 0o755);
  await rm(archive);
}

async function download(
  url: string,
  file: string,
  { log, fetch }: Pick<Tools, 'log' | 'fetch'>,
): Promise<void> {
  const abort = new AbortController();
  // Renewed with every piece: a slow network is fine, a silent one is not.
  const patience = setTimeout(() => abort.abort(new Error('no answer for 10 s')), 10_000);
  let bytes = 0;
  let told = 0;
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    const total = Number(response.headers.get('content-length'));
    const counting = new Transform({
      transform(piece: Buffer, _encoding, done) {
        patience.refresh();
        bytes += piece.length;
        if (bytes - told > 4_000_000) {
          told = bytes;
          log(`LiveKit: ${megabytes(bytes)} of ${megabytes(total)} MB…`);
        }
        done(null, piece);
      },
    });
    await pipeline(response.body, counting, createWriteStream(file));
  } catch (error) {
    throw new Unprepared(`The official release of LiveKit cannot be fetched (${reasonOf(error)}).`);
  } finally {
    clearTimeout(patience);
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** `fetch` hides what happened in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
