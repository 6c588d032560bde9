import type { Log } from '../log.ts';
import { debianFile } from './debian-file.ts';
import { inPath } from './in-path.ts';

type Options = { readonly log: Log; readonly env?: NodeJS.ProcessEnv };

/**
 * Prometheus's own judge of alerts: the one in the PATH, or out of Debian's package of Prometheus, which would bring a
 * server and thirty packages more.
 * @throws {Unprepared} with a sentence that says what to do.
 */
export const resolvePromtool = async ({ log, env = process.env }: Options): Promise<string> =>
  (await inPath('promtool', env)) ??
  debianFile({
    debianPackage: 'prometheus',
    file: 'usr/bin/promtool',
    name: 'promtool',
    otherwise: 'Checking the alerts needs promtool, which comes with Prometheus: install it.',
    log,
    env,
  });
