import { settingNames } from '../../shared/settings/settings.ts';
import { policiesOf, together, type Policies } from './policies.ts';
import type { Hive, ListValues, RegistryValue } from './registry.ts';

/** Where Group Policy and Intune write, and users cannot. */
export const policyKey = String.raw`Software\Policies\Visio-Agents`;

/** The policies of the machine and of the user. If one key cannot be read it is reported, and the other applies. */
export const readWindowsPolicies = (list: ListValues): Policies =>
  together([readKey(list, 'HKLM', 'machine-policy'), readKey(list, 'HKCU', 'user-policy')]);

function readKey(list: ListValues, hive: Hive, source: 'machine-policy' | 'user-policy'): Policies {
  try {
    // The value without a name belongs to the key; some tools leave an empty one.
    const values = (list(hive, policyKey) ?? []).filter(({ name }) => name !== '');
    return policiesOf(
      source,
      Object.fromEntries(values.map((value) => [settingName(value.name), meaning(value)])),
      [],
    );
  } catch {
    return policiesOf(source, {}, [{ source, name: `${hive}\\${policyKey}`, problem: 'unreadable-file' }]);
  }
}

/** Names are case-insensitive on Windows. */
const settingName = (written: string): string =>
  settingNames.find((name) => name.toLowerCase() === written.toLowerCase()) ?? written;

/** Another type stays as it is stored, and so is not a valid value of a setting. */
function meaning({ type, data }: RegistryValue): unknown {
  switch (type) {
    case 1: // REG_SZ: the zero at its end may be missing, or be several
      return text(data).replace(/\0+$/, '');
    case 4: // REG_DWORD
      return data.length === 4 && data.readUInt32LE() <= 1 ? data.readUInt32LE() === 1 : data;
    case 7: // REG_MULTI_SZ: each ends with a zero, and the list with another
      return text(data)
        .split('\0')
        .filter((line) => line !== '');
    default:
      return data;
  }
}

const text = (data: Buffer): string => data.toString('utf16le');
