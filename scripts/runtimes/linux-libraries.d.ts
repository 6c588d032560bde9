import { type Log } from '../log.ts';
type LinuxNeeds = {
    /** What the app needs, and with `tests` what its tests need in addition; with `packaging` what makes deb and rpm, with `bench` what measures, with `cluster` what stands for an operator's machines. */
    readonly for: 'app' | 'tests' | 'packaging' | 'bench' | 'redis' | 'cluster';
    /** The executable of Electron, where it is to run. */
    readonly electron?: string;
    readonly log: Log;
};
/** How the system is asked and changed; tests bring a pretended one. */
export type LinuxSystem = {
    readonly hasDisplay: boolean;
    readonly isRoot: boolean;
    readonly missingLibraries: (executable: string) => Promise<readonly string[]>;
    readonly hasProgram: (name: string) => Promise<boolean>;
    /** All package names that apt knows; null where there is no apt. */
    readonly knownPackages: () => Promise<ReadonlySet<string> | null>;
    /** Runs `apt-get` with these arguments; whether it succeeded. */
    readonly aptGet: (args: readonly string[]) => Promise<boolean>;
};
/** Whether windows have somewhere to appear. */
export declare const hasDisplay: (env: NodeJS.ProcessEnv) => boolean;
/**
 * Looks for the shared libraries and programs that are needed on Linux. Installs what is missing as root on Debian and
 * Ubuntu, after saying so. On other systems nothing is ever missing.
 * @throws {Unprepared} with the exact command, where it may not install.
 */
export declare function prepareLinux(needs: LinuxNeeds, system?: LinuxSystem): Promise<void>;
export {};
