import { extractFile, getRawHeader } from '@electron/asar';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { allowedContents, type Allowed } from './allowed-contents.ts';

/** A line of what is in the app: which files, together how many bytes. */
export type Listed = Allowed & { readonly names: readonly string[]; readonly bytes: number };

/**
 * Lists an unpacked app against what may be in it.
 * @throws with every file that is not on the list, and every line of the list that nothing stands for.
 */
export async function checkContents(folder: string, system: NodeJS.Platform): Promise<Listed[]> {
  const files = await filesIn(folder);
  const archive = [...files.keys()].find((name) => path.posix.basename(name) === 'app.asar');
  if (archive === undefined) throw new Error(`There is no app.asar in ${folder}.`);
  const { header } = getRawHeader(path.join(folder, archive));
  const found = [...files, ...entriesIn(header, 'app.asar')];
  const listed = allowedContents(system).map((allowed) => {
    const own = found.filter(([name]) => allowed.files.test(name));
    return Object.assign({ names: own.map(([name]) => name), bytes: sum(own) }, allowed);
  });
  const known = new Set(listed.flatMap(({ names }) => names));
  const wrong = [
    ...found.filter(([name]) => !known.has(name)).map(([name]) => `${name} is not on the list`),
    ...listed
      .filter(({ names, optional }) => names.length === 0 && !optional)
      .map(({ what, files: pattern }) => `${what} is missing (${pattern.source})`),
    ...needless(extractFile(path.join(folder, archive), 'package.json')),
  ];
  if (wrong.length > 0)
    throw new Error(
      `The app is not what scripts/packaging/allowed-contents.ts lists:\n  ${wrong.join('\n  ')}`,
    );
  return listed;
}

/** How many bytes the files of a folder hold together. */
export const sizeOf = async (folder: string): Promise<number> => sum([...(await filesIn(folder))]);

const sum = (files: readonly (readonly [string, number])[]): number =>
  files.reduce((total, [, bytes]) => total + bytes, 0);

/** Every file below a folder with its size, by its path with slashes. A link is a file. */
async function filesIn(folder: string, above = ''): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const entry of await readdir(path.join(folder, above), { withFileTypes: true })) {
    const name = path.posix.join(above, entry.name);
    if (entry.isDirectory())
      for (const [inner, bytes] of await filesIn(folder, name)) found.set(inner, bytes);
    else found.set(name, (await lstat(path.join(folder, name))).size);
  }
  return found;
}

type Entry = { readonly files?: Readonly<Record<string, Entry>>; readonly size?: number };

const entriesIn = ({ files, size }: Entry, name: string): (readonly [string, number])[] =>
  files === undefined
    ? [[name, size ?? 0]]
    : Object.entries(files).flatMap(([inner, entry]) => entriesIn(entry, `${name}/${inner}`));

/** What package.json tells developers only. */
function needless(manifest: Buffer): string[] {
  const fields = Object.keys(JSON.parse(manifest.toString('utf8')) as object);
  const forDevelopment = ['scripts', 'devDependencies', 'build'];
  return forDevelopment.filter((each) => fields.includes(each)).map((each) => `package.json has ${each}`);
}
