import { isObject, policiesOf, together, type Policies } from './policies.ts';

type Preferences = {
  /** The short name of the user, as in folder names. */
  readonly user: string;
  /** A property list as JSON; null if there is no such file. Throws if it cannot be read or holds what JSON cannot express. */
  readonly readAsJson: (path: string) => string | null;
};

const folder = '/Library/Managed Preferences';
/** The app's bundle identifier. */
export const preferenceDomain = 'fr.gouv.education.visio-agents';
const file = `${preferenceDomain}.plist`;

/**
 * The settings that configuration profiles force, which macOS keeps for the machine and for the user. Both files belong to
 * root: what a user writes with `defaults` is elsewhere. Read as files because no function of Electron distinguishes the two.
 */
export const readMacPolicies = ({ user, readAsJson }: Preferences): Policies =>
  together([
    readFile(readAsJson, `${folder}/${file}`, 'machine-policy'),
    readFile(readAsJson, `${folder}/${user}/${file}`, 'user-policy'),
  ]);

function readFile(
  readAsJson: Preferences['readAsJson'],
  path: string,
  source: 'machine-policy' | 'user-policy',
): Policies {
  try {
    const json = readAsJson(path);
    if (json === null) return policiesOf(source, {}, []);
    const read: unknown = JSON.parse(json);
    if (!isObject(read)) throw new Error('no dictionary');
    return policiesOf(
      source,
      Object.fromEntries(Object.entries(read).filter(([key]) => !isOfProfile(key))),
      [],
    );
  } catch {
    return policiesOf(source, {}, [{ source, name: path, problem: 'unreadable-file' }]);
  }
}

/** Keys that macOS and management tools add to a profile. */
const isOfProfile = (key: string): boolean => key.startsWith('Payload') || key === '_manualProfile';
