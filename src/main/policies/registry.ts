/** A value of a registry key as Windows keeps it. */
export type RegistryValue = {
  readonly name: string;
  /** Its number: 1 is REG_SZ, 4 REG_DWORD, 7 REG_MULTI_SZ. */
  readonly type: number;
  /** The stored bytes. */
  readonly data: Buffer;
};
export type Hive = 'HKLM' | 'HKCU';

/** All values of one key; null if there is no such key or this user may not read it. Throws for anything else. */
export type ListValues = (hive: Hive, key: string) => readonly RegistryValue[] | null;

/** The names of the subkeys; null as above. Throws for anything else. */
export type ListSubkeys = (hive: Hive, key: string) => readonly string[] | null;

/** The functions of native-reg's compiled part that we use; its JavaScript passes the arguments on to them. */
export type RegistryAddon = {
  openKey(hive: number, key: string, options: number, access: number): object | null;
  enumValueNames(key: object): readonly string[];
  enumKeyNames(key: object): readonly string[];
  queryValue(key: object, name: string): (Buffer & { readonly type: number }) | null;
  closeKey(key: object): void;
};

const hives: Readonly<Record<Hive, number>> = { HKLM: 0x80000002, HKCU: 0x80000001 };
const noOptions = 0;
const keyRead = 0x20019;
/** ERROR_PATH_NOT_FOUND, ERROR_ACCESS_DENIED; the addon itself says null for ERROR_FILE_NOT_FOUND. */
const nothingForUs: ReadonlySet<unknown> = new Set([3, 5]);

/** The addon is loaded at the first use, so that a failure to load it is an error of that use. */
export const listRegistryValues =
  (load: () => RegistryAddon): ListValues =>
  (hive, key) =>
    withKey(load(), hive, key, (addon, opened) =>
      addon.enumValueNames(opened).flatMap((name) => {
        const data = addon.queryValue(opened, name);
        return data === null ? [] : [{ name, type: data.type, data }];
      }),
    );

export const listRegistrySubkeys =
  (load: () => RegistryAddon): ListSubkeys =>
  (hive, key) =>
    withKey(load(), hive, key, (addon, opened) => addon.enumKeyNames(opened));

function withKey<T>(
  addon: RegistryAddon,
  hive: Hive,
  key: string,
  read: (addon: RegistryAddon, opened: object) => T,
): T | null {
  const opened = open(addon, hives[hive], key);
  if (opened === null) return null;
  try {
    return read(addon, opened);
  } finally {
    addon.closeKey(opened);
  }
}

function open(addon: RegistryAddon, hive: number, key: string): object | null {
  try {
    return addon.openKey(hive, key, noOptions, keyRead);
  } catch (error) {
    if (error instanceof Error && 'errno' in error && nothingForUs.has(error.errno)) return null;
    throw error;
  }
}
