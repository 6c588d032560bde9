import type { Hive, ListSubkeys, ListValues, RegistryValue } from '../../policies/registry.ts';

export type Registry = { readonly values: ListValues; readonly subkeys: ListSubkeys };
export type Capability = 'microphone' | 'webcam';

/** The switches of Settings, from the top down; null if there is none, which counts as `Allow`. */
export type Switches = {
  readonly computer: string | null;
  readonly apps: string | null;
  readonly desktopApps: string | null;
  /** The switch of this program, which Windows has for few programs only. */
  readonly ours: string | null;
};

const storeOf = (capability: Capability): string =>
  String.raw`Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore` +
  `\\${capability}`;
/** The key of programs that are not packaged: each is named by the path of its file. */
const nonPackaged = (capability: Capability): string => `${storeOf(capability)}\\NonPackaged`;

/** `C:\Program Files\Zoom\bin\Zoom.exe` is the key `C:#Program Files#Zoom#bin#Zoom.exe`. */
const keyOf = (execPath: string): string => execPath.replaceAll('\\', '#');

export function readSwitches(registry: Registry, capability: Capability, execPath: string): Switches {
  const ofUser = nonPackaged(capability);
  return {
    computer: text(registry, 'HKLM', storeOf(capability), 'Value'),
    apps: text(registry, 'HKCU', storeOf(capability), 'Value'),
    desktopApps: text(registry, 'HKCU', ofUser, 'Value'),
    ours: text(registry, 'HKCU', `${ofUser}\\${keyOf(execPath)}`, 'Value'),
  };
}

/** `LetAppsAccessMicrophone` and `LetAppsAccessCamera`: 0 or nothing leaves it to the user, 1 forces yes, 2 forces no. */
export function readPolicy(registry: Registry, capability: Capability): number | null {
  const name = capability === 'microphone' ? 'LetAppsAccessMicrophone' : 'LetAppsAccessCamera';
  const value = find(registry, 'HKLM', String.raw`Software\Policies\Microsoft\Windows\AppPrivacy`, name);
  return value?.data.length === 4 ? value.data.readUInt32LE() : null;
}

type Search = {
  readonly registry: Registry;
  readonly capability: Capability;
  readonly execPath: string;
  /** Ms since the epoch. A use that began before the last boot ended without its end being written. */
  readonly bootedAt: number;
};

/** The programs other than ours that use the device now according to Windows, by the names users know. Null: there is no such list. */
export function readHolders({ registry, capability, execPath, bootedAt }: Search): readonly string[] | null {
  const store = storeOf(capability);
  const desktop = nonPackaged(capability);
  if (registry.subkeys('HKCU', store) === null) return null;
  const names = new Set<string>();
  const look = (hive: Hive, folder: string, nameOf: (key: string) => string): void => {
    for (const key of (registry.subkeys(hive, folder) ?? []).slice(0, mostKeys)) {
      const isOurs = key.toLowerCase() === keyOf(execPath).toLowerCase();
      if (key === 'NonPackaged' || isOurs) continue;
      if (isInUse(registry.values(hive, `${folder}\\${key}`) ?? [], bootedAt)) names.add(nameOf(key));
    }
  };
  // Programs of the user, and services, which Windows 10 lists for the computer.
  for (const hive of ['HKCU', 'HKLM'] as const) {
    look(hive, store, packagedName);
    look(hive, desktop, desktopName);
  }
  // The service that distributes the picture does not tell which program uses it.
  names.delete('svchost');
  return [...names].slice(0, mostNames);
}

const mostKeys = 300;
const mostNames = 8;

/** `C:#Users#x#AppData#Roaming#Zoom#bin#Zoom.exe`: the rest names people. */
const desktopName = (key: string): string =>
  called((key.split('#').at(-1) ?? key).replace(/\.exe$/i, '').slice(0, 60));
/** `Microsoft.WindowsCamera_8wekyb3d8bbwe`. */
const packagedName = (key: string): string =>
  called((key.split('_')[0] ?? key).split('.').at(-1)?.slice(0, 60) ?? key);

/** Programs whose file name (in lower case) differs from the name that users know. */
const names: ReadonlyMap<string, string> = new Map([
  ['msteams', 'Microsoft Teams'],
  ['ms-teams', 'Microsoft Teams'],
  ['teams', 'Microsoft Teams'],
  ['msedge', 'Microsoft Edge'],
  ['msedgewebview2', 'Microsoft Edge'],
  ['chrome', 'Google Chrome'],
  ['firefox', 'Firefox'],
  ['outlook', 'Outlook'],
  ['zoom', 'Zoom'],
  ['cpthost', 'Zoom'],
  ['ciscocollabhost', 'Webex'],
]);
const called = (file: string): string => names.get(file.toLowerCase()) ?? file;

function isInUse(values: readonly RegistryValue[], bootedAt: number): boolean {
  const [start, stop] = ['LastUsedTimeStart', 'LastUsedTimeStop'].map((name) =>
    fileTime(named(values, name)),
  );
  if (start === undefined || start === null || stop !== 0) return false;
  // The clock may have been adjusted a little since.
  return start > bootedAt - 60_000;
}

/** FILETIME, 100 ns since 1601, as ms since the epoch; 0 stays 0. */
function fileTime(value: RegistryValue | null): number | null {
  if (value?.data.length !== 8) return null;
  const ticks = value.data.readBigUInt64LE();
  return ticks === 0n ? 0 : Number(ticks / 10_000n) - 11_644_473_600_000;
}

function text(registry: Registry, hive: Hive, key: string, name: string): string | null {
  const value = find(registry, hive, key, name);
  return value?.type === 1 ? value.data.toString('utf16le').replace(/\0+$/, '').slice(0, 20) : null;
}

const find = (registry: Registry, hive: Hive, key: string, name: string): RegistryValue | null =>
  named(registry.values(hive, key) ?? [], name);

/** Names are case-insensitive on Windows. */
const named = (values: readonly RegistryValue[], name: string): RegistryValue | null =>
  values.find((value) => value.name.toLowerCase() === name.toLowerCase()) ?? null;
