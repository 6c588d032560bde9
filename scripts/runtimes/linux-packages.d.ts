/** Debian's package for each shared library that Electron is linked with. Newer releases add « t64 » to some names. */
export declare const libraryPackages: Readonly<Record<string, string>>;
/** Debian's package for a program. */
export declare const programPackages: {
    readonly Xvfb: 'xvfb';
    readonly pulseaudio: 'pulseaudio';
    readonly pactl: 'pulseaudio-utils';
    readonly 'xdg-open': 'xdg-utils';
    readonly 'update-desktop-database': 'desktop-file-utils';
    readonly xdotool: 'xdotool';
    readonly xev: 'x11-utils';
    readonly 'dpkg-deb': 'dpkg';
    readonly rpmbuild: 'rpm';
    readonly 'redis-check-rdb': 'redis-tools';
    readonly nginx: 'nginx';
    readonly openssl: 'openssl';
    readonly 'systemd-analyze': 'systemd';
};
export type Program = keyof typeof programPackages;
/** What tests need beyond what the app needs: a screen, sound that can be measured, a desktop that opens links, what an operator runs. */
export declare const testPrograms: readonly Program[];
/** What measurements need: a screen that says when a window appears, and sound. */
export declare const benchPrograms: readonly Program[];
/** What makes packages for Debian and Red Hat. */
export declare const packagingPrograms: readonly Program[];
export declare const redisPrograms: readonly Program[];
/** What stands for an operator's machines, beside LiveKit and the service. */
export declare const clusterPrograms: readonly Program[];
