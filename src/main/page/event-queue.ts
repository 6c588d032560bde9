import type { BrowserWindow } from 'electron';
import { ipcChannels } from '../../shared/ipc-channels.ts';
import type { AppEvent, EventPayload } from '../../shared/ipc.ts';
import { logEvent } from '../log/log-event.ts';
import type { Log } from '../log/log.ts';
import { whileOpen } from '../window/while-open.ts';

export type Announce = <E extends AppEvent>(name: E, payload: EventPayload<E>) => void;

export type EventQueue = {
  readonly announce: Announce;
  /** The page listens now: send what was waiting. */
  pageReady(): void;
  /** The page went away (reload, crash): hold new events until the next page listens. */
  pageGone(): void;
};

/** Not held, as they are true only at their moment: a new page asks for the time itself, and shares nothing yet. */
const momentary = new Set<AppEvent>(['meeting:time', 'screen:stop']);

/**
 * Events for the window, kept while no page listens yet; `send` is webContents.send. Each is logged here, so that nothing is
 * announced without a line of the log.
 */
export function createEventQueue(
  send: (channel: string, name: string, payload: unknown) => void,
  log: Pick<Log, 'info'>,
): EventQueue {
  let listening = false;
  const waiting: (() => void)[] = [];
  return {
    announce(name, payload) {
      logEvent(name, payload, log);
      const tell = (): void => send(ipcChannels.event, name, payload);
      if (listening) tell();
      else if (!momentary.has(name)) waiting.push(tell);
    },
    pageReady() {
      listening = true;
      for (const tell of waiting.splice(0)) tell();
    },
    pageGone() {
      listening = false;
    },
  };
}

/** The events of this window's page. */
export const openEventQueue = (window: BrowserWindow, log: Pick<Log, 'info'>): EventQueue =>
  createEventQueue(
    (channel, name, payload) =>
      whileOpen(window, ({ webContents }) => webContents.send(channel, name, payload)),
    log,
  );
