type Packages = {
  /** electron-builder's names; the unpacked folder is made in any case. Only `deb` and `rpm` need fpm or its stand-in. */
  readonly targets: readonly string[];
  /** electron-builder's name, in the folder of the output, for the folder of the unpacked app. */
  readonly unpacked: string;
};

/** What `npm run package` makes: each machine packages for its own system and processor, where it also can be tried. */
export function packagesFor(platform: NodeJS.Platform, architecture: string): Packages {
  const suffix = architecture === 'x64' ? '' : `-${architecture}`;
  switch (platform) {
    case 'win32':
      return { targets: ['msi', 'nsis'], unpacked: `win${suffix}-unpacked` };
    case 'darwin':
      return { targets: ['dmg', 'pkg'], unpacked: `mac${suffix}` };
    default:
      return { targets: ['deb', 'rpm'], unpacked: `linux${suffix}-unpacked` };
  }
}
