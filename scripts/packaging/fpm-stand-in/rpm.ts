import type { Package } from './options.ts';
import type { Entry } from './stage.ts';

// rpm's names for electron-builder's, which come from fpm: threads make the same bytes in less time.
const payloads: Readonly<Record<string, string>> = {
  xzmt: 'w3T0.xzdio',
  gzip: 'w1.gzdio',
};

type Scripts = { readonly afterInstall: string; readonly afterRemove: string };

/**
 * The recipe that rpmbuild follows; `root` holds the files as they will be installed. Nothing is stripped or looked into:
 * what a package needs was told, and Electron's files are signed off as they are.
 */
export function spec(
  wanted: Package,
  { root, entries, scripts }: { root: string; entries: readonly Entry[]; scripts: Scripts },
): string {
  const payload = payloads[wanted.compression];
  if (payload === undefined) throw new Error(`rpm does not compress with ${wanted.compression}.`);
  const section = (name: string, text: string): string => (text === '' ? '' : `%${name}\n${plain(text)}\n`);
  return `%global debug_package %{nil}
%global __os_install_post %{nil}
%global _build_id_links none
%global _buildhost localhost
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _binary_payload ${payload}
Name: ${plain(wanted.name)}
Version: ${plain(wanted.version)}
Release: ${plain(wanted.iteration)}
Summary: ${plain(wanted.summary)}
License: ${plain(wanted.license)}
Group: ${plain(wanted.category)}
Vendor: ${plain(wanted.vendor)}
Packager: ${plain(wanted.maintainer)}
URL: ${plain(wanted.url)}
AutoReqProv: no
${wanted.depends.map((name) => `Requires: ${plain(name)}\n`).join('')}${wanted.recommends.map((name) => `Recommends: ${plain(name)}\n`).join('')}
%description
${plain(wanted.description.join('\n'))}

%install
mkdir -p %{buildroot}
cp -a '${plain(root)}/.' %{buildroot}

%files
%defattr(-,root,root,-)
${entries.flatMap((entry) => fileLine(entry, wanted.ownFolders)).join('\n')}

${section('post', scripts.afterInstall)}
${section('postun', scripts.afterRemove)}`;
}

/** Folders that other packages use too are left to them; what is left of ours would otherwise stay for ever. */
function fileLine({ path, kind }: Entry, ownFolders: readonly string[]): string[] {
  const line = `"${plain(path)}"`;
  if (kind !== 'folder') return [line];
  return ownFolders.some((own) => path === own || path.startsWith(`${own}/`)) ? [`%dir ${line}`] : [];
}

/** A percent sign begins a macro. */
const plain = (text: string): string => text.replaceAll('%', '%%');

/** rpm's name for the processor. */
const rpmArchitecture = (name: string): string => (name === 'amd64' ? 'x86_64' : name);

/** Everything that rpmbuild writes goes under `work`; the package is then in `work/rpms`. */
export const rpmCommand = (
  wanted: Package,
  specFile: string,
  work: string,
): readonly [string, readonly string[]] => [
  'rpmbuild',
  [
    '-bb',
    '--quiet',
    `--target=${rpmArchitecture(wanted.architecture)}`,
    `--define=_topdir ${work}/top`,
    `--define=_rpmdir ${work}/rpms`,
    `--define=_tmppath ${work}`,
    '--define=_rpmfilename package.rpm',
    specFile,
  ],
];
