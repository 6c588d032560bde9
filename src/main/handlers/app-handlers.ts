import type { Clipboard } from 'electron';
import type { appCallTable, AppStart } from '../../shared/calls/app.ts';
import type { HandlersOf } from '../../shared/calls/call-table.ts';
import { err, ok } from '../../shared/result.ts';
import type { SignInState } from '../../shared/sign-in.ts';
import type { CurrentMeetingKeeper } from '../../client/current-meeting.ts';
import type { OwnService } from '../../client/own-service.ts';
import { mailtoAddress } from '../outside/mail.ts';
import type { OpenOutside } from '../outside/open-outside.ts';
import { outsideAddress } from '../outside/outside-pages.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';

type Deps = {
  readonly own: OwnService;
  readonly signInState: () => SignInState;
  readonly settings: SettingsKeeper;
  readonly current: CurrentMeetingKeeper;
  readonly onPageReady: () => void;
  readonly restart: () => void;
  readonly about: Pick<AppStart, 'appVersion' | 'platform' | 'can'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly open: OpenOutside;
  /** Shows the address to the user, who has to open it by hand. */
  readonly tellNotOpened: (address: string) => void;
};

/** What the window asks about the app as a whole, and what it opens outside. */
export function appHandlers(deps: Deps): HandlersOf<typeof appCallTable> {
  const { own, settings, current, about, clipboard, open } = deps;
  return {
    'app:start': async () => {
      deps.onPageReady();
      return ok({
        ...about,
        signIn: deps.signInState(),
        settings: settings.resolved(),
        displayName: settings.displayName(),
        current: current.get(),
      });
    },
    'app:restart': async () => {
      if (current.get()?.present) return err({ code: 'not-allowed' });
      deps.restart();
      return ok();
    },
    'service:discover': () => own.discover(),
    'clipboard:write': async (text) => {
      // A promise in current versions of Electron, undefined in older ones: `await` works with both.
      await clipboard.writeText(text);
      return ok();
    },
    'mail:compose': async (mail) => ((await open(mailtoAddress(mail))) ? ok() : err({ code: 'app-error' })),
    'page:open': async (page) => {
      const address = outsideAddress(page, own.known());
      if (address === null) return err({ code: 'app-error' });
      if (await open(address)) return ok();
      deps.tellNotOpened(address);
      return err({ code: 'app-error' });
    },
  };
}
