import type { HandlersOf } from '../../shared/calls/call-table.ts';
import type { settingsCallTable } from '../../shared/calls/settings.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Failure } from '../../shared/failure.ts';
import { isManaged, isSettingName } from '../../shared/settings/resolve-settings.ts';
import { settings as table } from '../../shared/settings/settings.ts';
import type { ServiceClient } from '../../client/service-client.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';

type Deps = {
  readonly settings: SettingsKeeper;
  readonly serviceAt: (origin: string) => ServiceClient;
  /** Allows requests of main to this origin. */
  readonly allow: (origin: string) => void;
  /** Asks the user, in a dialog of main's, whether to use another service than the current one. */
  readonly confirmMove: (origin: string) => Promise<boolean>;
};

/** What the window may decide for its user. The server is chosen by a call of its own, which first checks what is there. */
export function settingsHandlers({
  settings,
  serviceAt,
  allow,
  confirmMove,
}: Deps): HandlersOf<typeof settingsCallTable> {
  async function choose(origin: string): Promise<Result<void, Failure>> {
    const { server } = settings.get();
    // The window alone is not trusted to send meetings, and tokens, to another service.
    if (server !== '' && server !== origin && !(await confirmMove(origin)))
      return err({ code: 'not-allowed' });
    allow(origin);
    const found = await serviceAt(origin).discover();
    if (!found.ok) return found;
    // A link may have set another service in the meantime, which nobody agreed to leave.
    return settings.get().server === server ? settings.set('server', origin) : err({ code: 'not-allowed' });
  }

  return {
    'settings:change': async ({ name, value }): Promise<Result<void, Failure>> =>
      isSettingName(name) && name !== 'server'
        ? settings.set(name, value as never)
        : err({ code: 'not-allowed' }),
    'server:choose': async (typed) => {
      const origin = table.server.kind.read(withScheme(typed.trim()));
      if (origin === undefined || origin === '') return err({ code: 'bad-request', field: 'server' });
      const source = settings.resolved().sources.server;
      // Before anybody is asked, and before anything is sent to that service.
      if (isManaged(source) || source === 'environment') return err({ code: 'not-allowed', field: 'server' });
      return choose(origin);
    },
  };
}

/** People type `visio.example`, or copy an address that ends with a slash. */
const withScheme = (typed: string): string => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
