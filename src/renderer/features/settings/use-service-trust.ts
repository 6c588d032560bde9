import type { Settings } from '../../../shared/settings/settings.ts';
import { useSettings } from './settings-context.ts';

/** A service is the app's own, one that the administrator allows, or of somebody else, whose words are not ours. */
export type ServiceTrust = 'own' | 'allowed' | 'foreign';

export function serviceTrustOf(
  origin: string,
  { server, allowedServers }: Pick<Settings, 'server' | 'allowedServers'>,
): ServiceTrust {
  if (origin === server) return 'own';
  return allowedServers.includes(origin) ? 'allowed' : 'foreign';
}

export const useServiceTrust = (origin: string): ServiceTrust =>
  useSettings(({ settings }) => serviceTrustOf(origin, settings.values));
