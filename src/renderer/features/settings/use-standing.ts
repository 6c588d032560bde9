import type { Settings } from '../../../shared/settings/settings.ts';
import { useSettings } from './settings-context.ts';

/** A service is the app's own, one that the administrator allows, or of somebody else, whose words are not ours. */
export type Standing = 'own' | 'allowed' | 'foreign';

export function standingOf(
  origin: string,
  { server, allowedServers }: Pick<Settings, 'server' | 'allowedServers'>,
): Standing {
  if (origin === server) return 'own';
  return allowedServers.includes(origin) ? 'allowed' : 'foreign';
}

export const useStanding = (origin: string): Standing =>
  useSettings(({ settings }) => standingOf(origin, settings.values));
