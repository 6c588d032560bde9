type Packages = {
  /** electron-builder's names; the unpacked folder is made in any case. Only `deb` and `rpm` need fpm or its stand-in. */
  readonly targets: readonly string[];
  /** An Intel Mac cannot run what an Apple one can, and has its own package; elsewhere x64 is what runs. */
  readonly architectures: readonly ('x64' | 'arm64')[];
  /** electron-builder's name, in the folder of the output, for the unpacked app of the first architecture. */
  readonly unpacked: string;
};

/** What `npm run package` makes: each system packages for itself, as signing and installers' tools exist only there. */
export function packagesFor(platform: NodeJS.Platform): Packages {
  switch (platform) {
    case 'win32':
      return { targets: ['msi', 'nsis'], architectures: ['x64'], unpacked: 'win-unpacked' };
    case 'darwin':
      return { targets: ['dmg', 'pkg'], architectures: ['arm64', 'x64'], unpacked: 'mac-arm64' };
    default:
      return { targets: ['deb', 'rpm'], architectures: ['x64'], unpacked: 'linux-unpacked' };
  }
}
