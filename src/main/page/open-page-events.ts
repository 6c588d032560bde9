import type { BrowserWindow } from 'electron';
import type { Log } from '../log/log.ts';
import { whileOpen } from '../window/while-open.ts';
import { createPageEvents, type PageEvents } from './page-events.ts';

/** The events of this window's page. */
export const openPageEvents = (window: BrowserWindow, log: Pick<Log, 'info'>): PageEvents =>
  createPageEvents(
    (channel, name, payload) =>
      whileOpen(window, ({ webContents }) => webContents.send(channel, name, payload)),
    log,
  );
