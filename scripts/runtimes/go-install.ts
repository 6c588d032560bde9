import { Unprepared } from '../log.ts';
import type { Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';

type GoInstall = {
  readonly guard: Guard;
  readonly env: NodeJS.ProcessEnv;
  /** Every line of progress as it comes, e.g. `go: downloading …`. */
  readonly onLine?: (line: string) => void;
};

/**
 * Builds one version of a program into this directory with the Go compiler of this machine.
 * @throws {Unprepared} with the last thing that Go said.
 */
export async function goInstall(
  module: string,
  directory: string,
  { guard, env, onLine = () => undefined }: GoInstall,
): Promise<void> {
  const built = await run(guard, 'go', ['install', '-trimpath', module], {
    env: {
      ...env,
      GOBIN: directory,
      CGO_ENABLED: '0',
      // What is fetched is always checked against the public list of checksums, whatever is set here for other work.
      GOSUMDB: 'sum.golang.org',
      GONOSUMDB: '',
      GOPRIVATE: '',
      GOFLAGS: '',
    },
    onLine,
  });
  if (built.code !== 0)
    throw new Unprepared(`Go could not build ${module}: ${built.stderr.trim().split('\n').at(-1)}.`);
}
