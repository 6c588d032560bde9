import { isObject, policiesOf, together, type Policies } from './policies.ts';

type Preferences = {
  /** Short name of the user, as folders are called. */
  readonly user: string;
  /** A property list as JSON; null if there is no such file. Throws if it cannot be read or says what JSON cannot. */
  readonly readAsJson: (path: string) => string | null;
};

const folder = '/Library/Managed Preferences';
/** The app's bundle identifier. */
export const preferenceDomain = 'fr.gouv.education.visio-agents';
const file = `${preferenceDomain}.plist`;

/**
 * What configuration profiles forced, as macOS keeps it for a machine and for a user. Both files are root's: what a user
 * writes with `defaults` stands elsewhere. Read as files because no function that Electron offers tells the two apart.
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

/** What macOS and management tools add to the settings of a profile. */
const isOfProfile = (key: string): boolean => key.startsWith('Payload') || key === '_manualProfile';
