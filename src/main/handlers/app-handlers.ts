import type { Clipboard, Shell } from 'electron';
import type { AppStart, Handlers } from '../../shared/ipc.ts';
import { err, ok } from '../../shared/result.ts';
import type { SignInState } from '../../shared/sign-in.ts';
import type { CurrentMeetingKeeper } from '../current-meeting.ts';
import type { OwnService } from '../own-service.ts';
import { fewAtATime } from '../few-at-a-time.ts';
import { outsideAddress } from '../outside-pages.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';

type Deps = {
  readonly own: OwnService;
  readonly signInState: () => SignInState;
  readonly settings: SettingsKeeper;
  readonly current: CurrentMeetingKeeper;
  readonly onPageReady: () => void;
  readonly restart: () => void;
  readonly about: Pick<AppStart, 'appVersion' | 'platform'>;
  readonly system: { shell: Pick<Shell, 'openExternal'>; clipboard: Pick<Clipboard, 'writeText'> };
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
};
type AppHandlers = Omit<
  Handlers,
  Extract<
    keyof Handlers,
    `${'media' | 'meeting' | 'network' | 'report' | 'settings' | 'server' | 'sign-in'}:${string}`
  >
>;

/** More pages and mails than anybody opens; a page that means harm buries its user under no more than that. */
const mostOpened = { number: 10, withinMs: 60_000 };

/** What the window asks about everything but meetings. */
export function appHandlers(deps: Deps): AppHandlers {
  const { own, settings, current, about, system } = deps;
  const mayOpen = fewAtATime({ ...mostOpened, now: deps.now });
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
      // A promise in current versions of Electron, nothing in older ones: awaiting suits both.
      await system.clipboard.writeText(text);
      return ok();
    },
    'mail:compose': async ({ subject, body }) => {
      if (!mayOpen()) return err({ code: 'too-many-requests' });
      const fields = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
      await system.shell.openExternal(`mailto:?${fields}`);
      return ok();
    },
    'page:open': async (page) => {
      const address = outsideAddress(page, own.known());
      if (address === null) return err({ code: 'app-error' });
      if (!mayOpen()) return err({ code: 'too-many-requests' });
      await system.shell.openExternal(address);
      return ok();
    },
  };
}
