import { Unprepared, type Log } from '../log.ts';
import { debianFile } from './debian-file.ts';

type Options = { readonly log: Log; readonly env?: NodeJS.ProcessEnv };

/** Where Debian keeps the libraries of this machine. */
const directories: Readonly<Partial<Record<string, string>>> = {
  x64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
};

/**
 * The library that gives a program it is preloaded into another time than the machine's (the one for programs with
 * threads), out of Debian's package.
 * @throws {Unprepared} with a sentence that says what to do.
 */
export function resolveLibfaketime({ log, env = process.env }: Options): Promise<string> {
  const directory = directories[process.arch];
  if (directory === undefined) throw new Unprepared(`There is no libfaketime for ${process.arch} here.`);
  return debianFile({
    debianPackage: 'libfaketime',
    file: `usr/lib/${directory}/faketime/libfaketimeMT.so.1`,
    name: 'libfaketime',
    otherwise: 'Giving a program a wrong clock needs libfaketime: no package could be fetched with apt-get.',
    log,
    env,
  });
}
