import { userInfo } from 'node:os';
import { policyFolder, readPolicyFolder } from './linux.ts';
import { readMacPolicies } from './macos.ts';
import { plistAsJson } from './plutil.ts';
import type { Policies } from './policies.ts';
import { listRegistryValues } from './registry.ts';
import { loadRegistryAddon } from './registry-addon.ts';
import { readWindowsPolicies } from './windows.ts';

/** Reads the policies from where this system keeps them; called once, at the start. */
export function readPolicies(platform: NodeJS.Platform = process.platform): Policies {
  switch (platform) {
    case 'linux':
      return readPolicyFolder(policyFolder);
    case 'win32':
      return readWindowsPolicies(listRegistryValues(loadRegistryAddon));
    case 'darwin':
      return readMacPolicies({ user: userInfo().username, readAsJson: plistAsJson });
    default:
      return { layers: [], problems: [] };
  }
}
