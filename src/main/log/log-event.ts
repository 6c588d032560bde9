import type { AppEvent, EventPayload } from '../../shared/ipc.ts';
import type { Log } from './log.ts';

/** What the help desk will ask about: codes and states, never a name. */
const noted: { readonly [E in AppEvent]?: (payload: EventPayload<E>) => string } = {
  'meeting:event': (event) => (event.type === 'ended' ? `${event.type}, ${event.reason}` : event.type),
  'service:reachable': (reachable) => (reachable ? 'yes' : 'no'),
  'sign-in:state': (state) => state.name,
  'link:opened': () => 'a link of the desktop',
  'link:refused': ({ code }) => code,
};

/** Logs an event that is announced to the page. */
export function logEvent<E extends AppEvent>(
  name: E,
  payload: EventPayload<E>,
  log: Pick<Log, 'info'>,
): void {
  const tell: ((payload: EventPayload<E>) => string) | undefined = noted[name];
  if (tell) log.info(`${name}: ${tell(payload)}`);
}
