import { app } from 'electron';
import { words } from '../shared/words/words.ts';
import { announceChanges } from './announce-changes.ts';
import type { Booted } from './booted.ts';
import { registerHandlers } from './calls/register-handlers.ts';
import { openServices } from './open-services.ts';
import { openSystem } from './open-system.ts';
import { announceLinks } from './outside/announce-links.ts';
import { openEventQueue } from './page/event-queue.ts';
import { openScreenShare } from './screen/open-screen-share.ts';
import { supervisePage } from './page/supervise-page.ts';
import { applySettings } from './settings/apply-settings.ts';
import { leaveBeforeQuit } from './start/leave-before-quit.ts';
import { bringToFront } from './window/main-window.ts';
import { openMenus } from './window/open-menus.ts';

/** Builds what stands behind the window and hands the parts to one another. */
export function openApp(booted: Booted): void {
  const { settings, window, requestFilter, permissions, deepLinks, log } = booted;
  const currentWords = () => words[settings.get().language];
  openMenus(window, settings, currentWords);
  const system = openSystem(booted, currentWords);
  const allowOwnServer = (): void => requestFilter.allowMain(settings.get().server);
  allowOwnServer();
  const page = openEventQueue(window, log);
  const { announce } = page;
  const screenShare = openScreenShare({
    window,
    settings,
    permissions,
    announce,
    open: system.open,
    words: currentWords,
    log,
  });
  const services = openServices({ settings, window, requestFilter, ...system, screenShare, announce });
  const { servers, current } = services;
  const handlers = registerHandlers({
    booted,
    system,
    services,
    screenShare,
    words: currentWords,
    onPageReady: page.pageReady,
  });

  settings.onChange((name) => {
    if (name === 'server') allowOwnServer();
  });
  applySettings(settings, window, log);
  announceChanges({ settings, window, current, announce });
  const pageGone = (): void => {
    page.pageGone();
    current.pageGone();
    screenShare.pageGone();
  };
  supervisePage({ window, onGone: pageGone, words: currentWords, log });
  leaveBeforeQuit(app, () => {
    const leaving = current.get()?.present ? handlers['meeting:leave']() : null;
    // A keychain that waits for its user must not delay the end of the app.
    const keeping = system.keychain.late() === null ? system.keychain.busy() : null;
    return leaving || keeping ? Promise.all([leaving, keeping]) : null;
  });
  announceLinks({
    deepLinks,
    servers,
    bringToFront: () => bringToFront(window),
    announce,
  });
}
