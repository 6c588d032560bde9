import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Unprepared, type Log } from '../log.ts';
import { withGuard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { inPath } from './in-path.ts';
import {
  libraryPackages,
  benchPrograms,
  clusterPrograms,
  packagingPrograms,
  programPackages,
  redisPrograms,
  serviceTestPrograms,
  testPrograms,
  type Program,
} from './linux-packages.ts';
import { withoutServices } from './without-services.ts';

type LinuxNeeds = {
  /**
   * What the app needs, and with `tests` what its tests need in addition; with `packaging` what makes deb and rpm, with
   * `bench` what measures, with `cluster` what stands for an operator's machines, with `service tests` what judges it too.
   */
  readonly for: 'app' | 'tests' | 'packaging' | 'bench' | 'redis' | 'cluster' | 'service tests';
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
export const hasDisplay = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);

/**
 * Looks for the shared libraries and programs that are needed on Linux. Installs what is missing as root on Debian and
 * Ubuntu, after saying so. On other systems nothing is ever missing.
 * @throws {Unprepared} with the exact command, where it may not install.
 */
export async function prepareLinux(needs: LinuxNeeds, system?: LinuxSystem): Promise<void> {
  if (system === undefined && process.platform !== 'linux') return;
  await prepare(needs, system ?? thisSystem());
}

async function prepare({ for: purpose, electron, log }: LinuxNeeds, system: LinuxSystem): Promise<void> {
  const missing = await findMissing(purpose, electron, system);
  if (missing.names.length === 0) return;
  const list = missing.names.join(', ');
  const known = await system.knownPackages();
  if (known === null)
    throw new Unprepared(
      `Missing on this system: ${list}. Install them with its package manager (on Debian: ${missing.packages.join(' ')}).`,
    );
  const installArgs = (names: ReadonlySet<string>): string[] => [
    'install',
    '-y',
    ...spell(missing.packages, names),
  ];
  if (!system.isRoot)
    throw new Unprepared(
      `Missing on this system: ${list}. Install them with:\n  sudo apt-get update && sudo apt-get ${installArgs(known).join(' ')}`,
    );

  log(
    `Missing on this system: ${list}. Installing ${spell(missing.packages, known).join(' ')} with apt-get…`,
  );
  const allKnown = spell(missing.packages, known).every((name) => known.has(name));
  const installed =
    (allKnown && (await system.aptGet(installArgs(known)))) ||
    (await installWithFreshLists(system, installArgs));
  const still = installed ? await findMissing(purpose, electron, system) : missing;
  if (still.names.length > 0)
    throw new Unprepared(`apt-get could not install what is missing: ${still.names.join(', ')}.`);
}

async function installWithFreshLists(
  system: LinuxSystem,
  installArgs: (names: ReadonlySet<string>) => string[],
): Promise<boolean> {
  await system.aptGet(['update']);
  return system.aptGet(installArgs((await system.knownPackages()) ?? new Set()));
}

type Missing = { readonly names: readonly string[]; readonly packages: readonly string[] };

async function findMissing(
  purpose: LinuxNeeds['for'],
  electron: string | undefined,
  system: LinuxSystem,
): Promise<Missing> {
  // Nothing is run that was packaged.
  const libraries =
    purpose === 'packaging' || electron === undefined ? [] : await system.missingLibraries(electron);
  const wanted = programsFor(purpose, system);
  const programs: Program[] = [];
  for (const program of wanted) if (!(await system.hasProgram(program))) programs.push(program);
  const packages = [
    ...libraries.map((library) => libraryPackages[library]).filter((name) => name !== undefined),
    ...programs.map((program) => programPackages[program]),
  ];
  return { names: [...libraries, ...programs], packages: [...new Set(packages)] };
}

const programsFor = (purpose: LinuxNeeds['for'], system: LinuxSystem): readonly Program[] =>
  ({
    app: system.hasDisplay ? [] : (['Xvfb'] as const),
    tests: testPrograms,
    packaging: packagingPrograms,
    bench: benchPrograms,
    redis: redisPrograms,
    cluster: clusterPrograms,
    'service tests': serviceTestPrograms,
  })[purpose];

/** The names that this release gives to the packages. */
const spell = (packages: readonly string[], known: ReadonlySet<string>): string[] =>
  packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));

function thisSystem(): LinuxSystem {
  const ask = (command: string, args: readonly string[]) => withGuard((guard) => run(guard, command, args));
  const hasProgram = async (name: string): Promise<boolean> =>
    (await inPath(name, process.env, ['/usr/sbin', '/usr/bin'])) !== null;
  return {
    hasDisplay: hasDisplay(process.env),
    isRoot: process.getuid?.() === 0,
    hasProgram,
    async missingLibraries(executable) {
      const { stdout } = await ask('ldd', [executable]);
      return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library);
    },
    async knownPackages() {
      if (!(await hasProgram('apt-get'))) return null;
      const { stdout } = await ask('apt-cache', ['pkgnames']);
      return new Set(stdout.split('\n'));
    },
    aptGet: (args) =>
      withoutServices(async () => {
        // Not under the guard: a package manager that is killed half-way leaves a broken system.
        const child = spawn('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
          stdio: ['ignore', 2, 2],
        });
        const [code] = (await once(child, 'exit')) as [number | null];
        return code === 0;
      }),
  };
}
