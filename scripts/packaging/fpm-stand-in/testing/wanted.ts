const both = [
  ['--architecture', 'amd64', '--after-install', '/tmp/in.sh', '--after-remove', '/tmp/out.sh'],
  ['--version', '1.2.0~beta', '--package', '/dist/package', '--name', 'visio-agents'],
  ['--maintainer', 'Somebody <a@b.invalid>', '--vendor', 'Somebody', '--url', 'https://b.invalid/'],
  ['--license', 'MIT', '--iteration', '1'],
].flat();
const sources = [
  '/dist/linux-unpacked/=/opt/Visio-Agents',
  '/tmp/a.desktop=/usr/share/applications/visio-agents.desktop',
];

/** What electron-builder 26.17 passes to fpm for a deb, with what our settings add. */
export const wantedDeb: readonly string[] = [
  ['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0 | libgtk-3-0t64', '-d', 'xdg-utils'],
  ['--deb-recommends', 'libsecret-1-0', '--deb-compression', 'xz'],
  ['--description', 'meetings in one click\n Opens a meeting – 100 % quickly.'],
  both,
  ['--category', 'net', '--deb-priority', 'optional', '--deb-changelog', '/tmp/changelog'],
  sources,
].flat();

/** … and for an rpm. */
export const wantedRpm: readonly string[] = [
  ['-s', 'dir', '--force', '-t', 'rpm', '-d', 'libgtk-3.so.0()(64bit)'],
  ['--rpm-os', 'linux', '--rpm-compression', 'xzmt', '--description', 'Opens a meeting – 100 % quickly.'],
  both,
  ['--category', 'Applications/Internet', '--rpm-summary', 'meetings in one click'],
  ['--rpm-tag', 'Recommends: libsecret-1.so.0()(64bit)', '--directories', '/opt/Visio-Agents'],
  sources,
].flat();
