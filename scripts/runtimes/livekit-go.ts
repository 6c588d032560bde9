import { rename } from 'node:fs/promises';
import path from 'node:path';
import { Unprepared, type Log } from '../log.ts';
import type { Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { goInstall } from './go-install.ts';

/**
 * Builds LiveKit with the Go compiler of this machine, about two minutes.
 * @throws {Unprepared} if there is no Go, or it does not build.
 */
export async function buildWithGo(
  version: string,
  directory: string,
  executable: string,
  { guard, log, env }: { readonly guard: Guard; readonly log: Log; readonly env: NodeJS.ProcessEnv },
): Promise<void> {
  const go = await run(guard, 'go', ['version'], { env });
  if (go.code !== 0) throw new Unprepared('There is no Go here to build LiveKit with.');

  const module = `github.com/livekit/livekit-server/cmd/server@v${version}`;
  log(`LiveKit: building ${module} with ${/go\d[\d.]*/.exec(go.stdout)?.[0] ?? 'Go'}, about two minutes…`);
  const started = Date.now();
  let modules = 0;
  const ticking = setInterval(() => {
    log(
      `LiveKit: still building (${Math.round((Date.now() - started) / 1000)} s, ${modules} modules fetched)…`,
    );
  }, 10_000);
  await goInstall(module, directory, {
    guard,
    env,
    onLine: (line) => {
      if (line.startsWith('go: downloading')) modules += 1;
    },
  }).finally(() => clearInterval(ticking));
  const suffix = path.extname(executable);
  await rename(path.join(directory, `server${suffix}`), path.join(directory, executable));
}
