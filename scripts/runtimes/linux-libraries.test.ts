import { expect, test } from 'vitest';
import { prepareLinux, type LinuxSystem } from './linux-libraries.ts';

/** A bare machine; what apt-get is told is kept, and installing works. */
function bareMachine(changes: Partial<LinuxSystem> = {}) {
  const told: string[] = [];
  const missing = new Set(['libgtk-3.so.0', 'libnss3.so', 'libsmime3.so', 'libasound.so.2']);
  const system: LinuxSystem = {
    hasDisplay: true,
    isRoot: true,
    missingLibraries: () => Promise.resolve([...missing]),
    hasProgram: () => Promise.resolve(true),
    knownPackages: () => Promise.resolve(new Set(['libgtk-3-0', 'libnss3', 'libasound2'])),
    aptGet: (args) => {
      told.push(args.join(' '));
      if (args[0] === 'install') missing.clear();
      return Promise.resolve(true);
    },
    ...changes,
  };
  return { system, told };
}
const said: string[] = [];
const needs = { for: 'app', electron: '/electron', log: (line: string) => void said.push(line) } as const;

test('root on Debian gets the missing libraries installed, each package once, and is told before', async () => {
  const { system, told } = bareMachine();
  await prepareLinux(needs, system);
  expect(told).toEqual(['install -y libgtk-3-0 libnss3 libasound2']);
  expect(said.at(-1)).toContain('Installing libgtk-3-0 libnss3 libasound2 with apt-get');
});

test('the names of newer releases are used where apt knows them', async () => {
  const { system, told } = bareMachine({
    knownPackages: () =>
      Promise.resolve(new Set(['libgtk-3-0t64', 'libnss3', 'libasound2t64', 'libasound2'])),
  });
  await prepareLinux(needs, system);
  expect(told).toEqual(['install -y libgtk-3-0t64 libnss3 libasound2t64']);
});

test('a machine without package lists gets them first', async () => {
  const { system, told } = bareMachine({ knownPackages: () => Promise.resolve(new Set()) });
  await prepareLinux(needs, system);
  expect(told).toEqual(['update', 'install -y libgtk-3-0 libnss3 libasound2']);
});

test('old lists that name packages which are gone are renewed', async () => {
  const { system, told } = bareMachine();
  const aptGet: LinuxSystem['aptGet'] = (args) =>
    told.includes('update') || args[0] === 'update'
      ? system.aptGet(args)
      : Promise.resolve((told.push('failed'), false));
  await prepareLinux(needs, { ...system, aptGet });
  expect(told).toEqual(['failed', 'update', 'install -y libgtk-3-0 libnss3 libasound2']);
});

test('somebody who is not root reads the exact command, and nothing is run', async () => {
  const { system, told } = bareMachine({ isRoot: false });
  await expect(prepareLinux(needs, system)).rejects.toThrow(
    'sudo apt-get update && sudo apt-get install -y libgtk-3-0 libnss3 libasound2',
  );
  expect(told).toEqual([]);
});

test('without apt the missing libraries are named', async () => {
  const { system } = bareMachine({ knownPackages: () => Promise.resolve(null) });
  await expect(prepareLinux(needs, system)).rejects.toThrow('libgtk-3.so.0, libnss3.so');
});

test('a virtual screen is wanted only where there is no display', async () => {
  const nothingHere = {
    missingLibraries: () => Promise.resolve([]),
    hasProgram: () => Promise.resolve(false),
  };
  await prepareLinux(needs, bareMachine({ ...nothingHere, hasDisplay: true }).system);
  const { system } = bareMachine({ ...nothingHere, hasDisplay: false, isRoot: false });
  await expect(prepareLinux(needs, system)).rejects.toThrow('install -y xvfb');
});

test('tests also want sound and a desktop', async () => {
  const { system } = bareMachine({ isRoot: false, hasProgram: () => Promise.resolve(false) });
  await expect(prepareLinux({ ...needs, for: 'tests' }, system)).rejects.toThrow(
    /xvfb pulseaudio pulseaudio-utils xdg-utils/,
  );
});

test('whoever packages gets what makes packages, and nothing to run the app with', async () => {
  const { system } = bareMachine({
    isRoot: false,
    hasDisplay: false,
    hasProgram: () => Promise.resolve(false),
  });
  await expect(prepareLinux({ ...needs, for: 'packaging' }, system)).rejects.toThrow(
    /Missing on this system: dpkg-deb, rpmbuild\..* apt-get install -y dpkg rpm$/s,
  );
});

test('only the cluster and the tests of the service want what an operator runs', async () => {
  const wanted = async (purpose: 'app' | 'tests' | 'cluster' | 'service tests'): Promise<string> => {
    const { system } = bareMachine({ isRoot: false, hasProgram: () => Promise.resolve(false) });
    const told = await prepareLinux({ ...needs, for: purpose }, system).catch(
      (error: Error) => error.message,
    );
    return String(told);
  };
  for (const purpose of ['app', 'tests'] as const) expect(await wanted(purpose)).not.toMatch(/nginx|redis/);
  expect(await wanted('cluster')).toMatch(/redis-tools nginx openssl$/);
  expect(await wanted('service tests')).toMatch(/redis-tools nginx openssl systemd curl$/);
});
