import type { Handlers } from '../../shared/ipc.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Failure } from '../../shared/failure.ts';
import { isSettingName } from '../../shared/settings/resolve-settings.ts';
import { settings as table } from '../../shared/settings/settings.ts';
import type { MeetingService } from '../meeting-service.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';

type Deps = {
  readonly settings: SettingsKeeper;
  readonly serviceAt: (origin: string) => MeetingService;
  /** Requests of main may go there. */
  readonly allow: (origin: string) => void;
  /** Asks the user, in main's own window, whether another service than the present one is to be used. */
  readonly confirmMove: (origin: string) => Promise<boolean>;
};
type SettingsHandlers = Pick<Handlers, Extract<keyof Handlers, `${'settings' | 'server'}:${string}`>>;

/** What the window may decide for its user. The server is chosen by its own call, which looks first what is there. */
export function settingsHandlers({ settings, serviceAt, allow, confirmMove }: Deps): SettingsHandlers {
  return {
    'settings:change': async ({ name, value }): Promise<Result<void, Failure>> =>
      isSettingName(name) && name !== 'server'
        ? settings.set(name, value as never)
        : err({ code: 'not-allowed' }),
    'server:choose': async (typed) => {
      const origin = table.server.kind.read(withScheme(typed.trim()));
      if (origin === undefined || origin === '') return err({ code: 'bad-request', field: 'server' });
      const { server } = settings.get();
      // The window is not believed when it wants meetings, and tokens, to go elsewhere than they did.
      if (server !== '' && server !== origin && !(await confirmMove(origin)))
        return err({ code: 'not-allowed' });
      allow(origin);
      const found = await serviceAt(origin).discover();
      return found.ok ? settings.set('server', origin) : found;
    },
  };
}

/** People type `visio.example` or copy an address with a slash behind it. */
const withScheme = (typed: string): string => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
