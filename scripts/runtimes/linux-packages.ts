/** Debian's package for each shared library that Electron is linked with. Newer releases add « t64 » to some names. */
export const libraryPackages: Readonly<Record<string, string>> = {
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/** Debian's package for a program. */
export const programPackages = {
  Xvfb: 'xvfb',
  pulseaudio: 'pulseaudio',
  pactl: 'pulseaudio-utils',
  'xdg-open': 'xdg-utils',
  'update-desktop-database': 'desktop-file-utils',
  xdotool: 'xdotool',
  xev: 'x11-utils',
  xprop: 'x11-utils',
  setxkbmap: 'x11-xkb-utils',
  xfwm4: 'xfwm4',
  'dbus-daemon': 'dbus-daemon',
  gdbus: 'libglib2.0-bin',
  'gnome-keyring-daemon': 'gnome-keyring',
  // Brings libsecret, which keytar is linked with.
  'secret-tool': 'libsecret-tools',
  chromium: 'chromium',
  'dpkg-deb': 'dpkg',
  rpmbuild: 'rpm',
  // The server itself: redis-server is a link to it, in a package whose only other content starts a server at once.
  'redis-check-rdb': 'redis-tools',
  nginx: 'nginx',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  ip: 'iproute2',
  nft: 'nftables',
  'systemd-analyze': 'systemd',
  curl: 'curl',
} as const;
export type Program = keyof typeof programPackages;

/** What tests need beyond what the app needs: a screen, sound that can be measured, a desktop with links, keyring and browser, networks. */
export const testPrograms: readonly Program[] = [
  'Xvfb',
  'pulseaudio',
  'pactl',
  'xdg-open',
  'update-desktop-database',
  'xdotool',
  'xprop',
  'setxkbmap',
  'xfwm4',
  'dbus-daemon',
  'gdbus',
  'gnome-keyring-daemon',
  'secret-tool',
  'chromium',
  'openssl',
  'certutil',
  'ip',
  'nft',
  'curl',
];

/** What measurements need: a screen that says when a window appears, and sound. */
export const benchPrograms: readonly Program[] = ['Xvfb', 'pulseaudio', 'pactl', 'xev'];

/** What makes packages for Debian and Red Hat. */
export const packagingPrograms: readonly Program[] = ['dpkg-deb', 'rpmbuild'];

export const redisPrograms: readonly Program[] = ['redis-check-rdb'];

/** What stands for an operator's machines, beside LiveKit and the service. */
export const clusterPrograms: readonly Program[] = [...redisPrograms, 'nginx', 'openssl'];

/** What tests of the service need: the same, who judges its units, and what its documentation calls. */
export const serviceTestPrograms: readonly Program[] = [...clusterPrograms, 'systemd-analyze', 'curl'];
