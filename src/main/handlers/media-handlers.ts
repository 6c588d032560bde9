import type { SystemPreferences } from 'electron';
import type { Handlers } from '../../shared/ipc.ts';
import { err, ok } from '../../shared/result.ts';
import { askAccess } from '../devices/ask-access.ts';
import { screenAccess } from '../devices/macos-facts.ts';
import type { ReadFacts } from '../devices/read-system-facts.ts';
import { settingsAddress } from '../devices/settings-address.ts';
import { rateLimiter } from '../rate-limiter.ts';
import type { OpenOutside } from '../outside/open-outside.ts';

type MediaHandlers = Pick<Handlers, Extract<keyof Handlers, `media:${string}`>>;
type Deps = {
  readonly platform: NodeJS.Platform;
  readonly readFacts: ReadFacts;
  readonly preferences: Pick<SystemPreferences, 'getMediaAccessStatus' | 'askForMediaAccess'>;
  readonly open: OpenOutside;
  /** False where it was done just now. */
  readonly restartSound: () => boolean;
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
};

/** More than anybody opens of the system's pages. */
const mostOpened = { number: 10, withinMs: 60_000 };

/** What the window asks about microphones, cameras and speakers, and the system's pages about them. */
export function mediaHandlers(deps: Deps): MediaHandlers {
  const { platform, readFacts, preferences, open, restartSound } = deps;
  const mayOpen = rateLimiter({ ...mostOpened, now: deps.now });
  return {
    'media:access': async (kind) => ok(await askAccess(kind, platform, preferences)),
    'media:look': async (kind) => ok(await readFacts(kind)),
    'media:look-at-screen': async () =>
      ok(screenAccess(platform, (kind) => preferences.getMediaAccessStatus(kind))),
    'media:restart-sound': async () => (restartSound() ? ok() : err({ code: 'too-many-requests' })),
    'media:open-settings': async (page) => {
      const address = settingsAddress(page, platform);
      if (address === null) return err({ code: 'app-error' });
      if (!mayOpen()) return err({ code: 'too-many-requests' });
      return (await open(address)) ? ok() : err({ code: 'app-error' });
    },
  };
}
