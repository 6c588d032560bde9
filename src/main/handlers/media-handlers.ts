import type { SystemPreferences } from 'electron';
import type { HandlersOf } from '../../shared/calls/call-table.ts';
import type { mediaCallTable } from '../../shared/calls/media.ts';
import { err, ok } from '../../shared/result.ts';
import { askAccess } from '../devices/ask-access.ts';
import { screenAccess } from '../devices/macos-facts.ts';
import type { ReadFacts } from '../devices/read-system-facts.ts';
import { systemSettingsUri } from '../devices/system-settings-uri.ts';
import type { OpenOutside } from '../outside/open-outside.ts';

type Deps = {
  readonly platform: NodeJS.Platform;
  readonly readFacts: ReadFacts;
  readonly preferences: Pick<SystemPreferences, 'getMediaAccessStatus' | 'askForMediaAccess'>;
  readonly open: OpenOutside;
  readonly restartSound: () => void;
};

/** What the window asks about microphones, cameras and speakers, and the system's pages about them. */
export function mediaHandlers(deps: Deps): HandlersOf<typeof mediaCallTable> {
  const { platform, readFacts, preferences, open, restartSound } = deps;
  return {
    'media:access': async (kind) => ok(await askAccess(kind, platform, preferences)),
    'media:look': async (kind) => ok(await readFacts(kind)),
    'media:look-at-screen': async () =>
      ok(screenAccess(platform, (kind) => preferences.getMediaAccessStatus(kind))),
    'media:restart-sound': async () => {
      restartSound();
      return ok();
    },
    'media:open-settings': async (page) => {
      const address = systemSettingsUri(page, platform);
      if (address === null) return err({ code: 'app-error' });
      return (await open(address)) ? ok() : err({ code: 'app-error' });
    },
  };
}
