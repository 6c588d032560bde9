import path from 'node:path';
import { Unprepared, type Log } from '../log.ts';
import { withGuard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { assemble, cacheRoot, exists, openCache } from './cache.ts';
import { goInstall } from './go-install.ts';

const version = '1.7.12';

type Options = { readonly log: Log; readonly env?: NodeJS.ProcessEnv; readonly platform?: NodeJS.Platform };

/**
 * The program that reads workflows of GitHub as GitHub does: from the cache, or built by Go from the pinned version
 * (checked by Go's checksum database), some seconds.
 * @throws {Unprepared} with a sentence that says what to do.
 */
export async function resolveActionlint({
  log,
  env = process.env,
  platform = process.platform,
}: Options): Promise<string> {
  const cache = await openCache(cacheRoot(env));
  const directory = path.join(cache, 'actionlint', `${version}-${platform}-${process.arch}`);
  const file = path.join(directory, platform === 'win32' ? 'actionlint.exe' : 'actionlint');
  if (await exists(file)) return file;

  log(`actionlint ${version} is not here yet: Go builds it once, and it is kept in ${directory}.`);
  await withGuard(async (guard) => {
    const go = await run(guard, 'go', ['version'], { env });
    if (go.code !== 0)
      throw new Unprepared(
        'Checking the workflows needs Go (https://go.dev/dl) once, and there is none here.',
      );
    const module = `github.com/rhysd/actionlint/cmd/actionlint@v${version}`;
    await assemble(directory, guard, (draft) => goInstall(module, draft, { guard, env }));
  });
  return file;
}
