/** What electron-builder 26 and our own settings ask of fpm. */
export type Package = {
  readonly type: 'deb' | 'rpm';
  readonly name: string;
  readonly version: string;
  readonly iteration: string;
  readonly architecture: string;
  /** The file to write. */
  readonly file: string;
  readonly maintainer: string;
  readonly vendor: string;
  readonly url: string;
  readonly license: string;
  readonly category: string;
  readonly summary: string;
  /** The paragraphs that follow the summary, a line each. */
  readonly description: readonly string[];
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  readonly priority: string;
  readonly compression: string;
  /** Shell scripts, run by the package manager. */
  readonly afterInstall: string | undefined;
  readonly afterRemove: string | undefined;
  /** Debian's own changelog, and that of the program. */
  readonly debianChangelog: string | undefined;
  readonly upstreamChangelog: string | undefined;
  /** Folders that belong to this package alone, with all that they hold. */
  readonly ownFolders: readonly string[];
  readonly sources: readonly Source[];
};

/** A file, link or folder of this machine, and where it goes; a folder that ends in `/` gives what it holds. */
type Source = { readonly from: string; readonly to: string };

const flags = new Set(['--force', '--debug']);
const repeated = new Set(['-d', '--deb-recommends', '--rpm-tag', '--directories']);
const once = new Set(
  (
    '-s -t --name --version --iteration --architecture --package --maintainer --vendor --url --license --category ' +
    '--description --after-install --after-remove --log --deb-priority --deb-compression --deb-changelog ' +
    '--deb-upstream-changelog --rpm-os --rpm-compression --rpm-summary'
  ).split(' '),
);

/** @throws on whatever is not known here: a package without what was asked for would be worse than none. */
export function readOptions(args: readonly string[]): Package {
  const values = new Map<string, string[]>();
  const sources: Source[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (flags.has(word)) continue;
    if (repeated.has(word) || once.has(word)) {
      const value = args[(at += 1)];
      if (value === undefined) throw new Error(`${word} needs a value.`);
      if (once.has(word) && values.has(word)) throw new Error(`${word} is given twice.`);
      values.set(word, [...(values.get(word) ?? []), value]);
    } else if (word.startsWith('-')) throw new Error(`This stand-in for fpm does not know ${word}.`);
    else sources.push(readSource(word));
  }
  const all = (name: string): string[] => values.get(name) ?? [];
  const optional = (name: string): string | undefined => all(name)[0];
  const needed = (name: string): string => {
    const value = optional(name);
    if (!value) throw new Error(`${name} is missing.`);
    return value;
  };
  const type = needed('-t');
  if (type !== 'deb' && type !== 'rpm')
    throw new Error(`This stand-in for fpm makes deb and rpm, not ${type}.`);
  if (needed('-s') !== 'dir') throw new Error(`This stand-in for fpm packages folders only.`);
  if (type === 'rpm' && needed('--rpm-os') !== 'linux')
    throw new Error('An rpm of another system than Linux.');
  const [summary = '', ...description] = lines(needed('--description'));
  const rpmSummary = optional('--rpm-summary');
  return {
    type,
    name: needed('--name'),
    version: needed('--version'),
    iteration: needed('--iteration'),
    architecture: needed('--architecture'),
    file: needed('--package'),
    maintainer: needed('--maintainer'),
    vendor: needed('--vendor'),
    url: needed('--url'),
    license: needed('--license'),
    category: needed('--category'),
    // electron-builder puts the summary before the description for a deb alone.
    summary: rpmSummary ?? summary,
    description: rpmSummary === undefined ? description : [summary, ...description],
    depends: all('-d'),
    recommends: type === 'deb' ? all('--deb-recommends') : all('--rpm-tag').map(readRecommends),
    priority: optional('--deb-priority') ?? 'optional',
    compression: needed(`--${type}-compression`),
    afterInstall: optional('--after-install'),
    afterRemove: optional('--after-remove'),
    debianChangelog: optional('--deb-changelog'),
    upstreamChangelog: optional('--deb-upstream-changelog'),
    ownFolders: all('--directories'),
    sources,
  };
}

function readSource(word: string): Source {
  const [, from, to] = /^([^=]+)=(\/[^=]+)$/.exec(word) ?? [];
  if (from === undefined || to === undefined) throw new Error(`${word} is no FILE=/PLACE.`);
  return { from, to };
}

function readRecommends(tag: string): string {
  const name = /^Recommends: (.+)$/.exec(tag)?.[1];
  if (name === undefined) throw new Error(`This stand-in for fpm does not know the tag ${tag}.`);
  return name;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
