import type { SettingsLayer, SettingsProblem } from '../../shared/settings/resolve-settings.ts';
import { policyFolder, readPolicyFolder } from './linux.ts';

/** What an administrator decided, and what of it could not be read. */
export type Policies = {
  readonly layers: readonly SettingsLayer[];
  readonly problems: readonly SettingsProblem[];
};

/** From where this system keeps policies. Read once, at the start. */
export function readPolicies(platform: NodeJS.Platform = process.platform): Policies {
  return platform === 'linux' ? readPolicyFolder(policyFolder) : { layers: [], problems: [] };
}
