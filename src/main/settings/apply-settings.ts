import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { SettingName } from '../../shared/settings/settings.ts';
import type { AppLog } from '../log/log.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import { whileOpen } from '../window/while-open.ts';
import { startAtLogin } from './start-at-login.ts';

/** Applies the settings that concern the computer and the window, at the start and after each change. */
export function applySettings(settings: SettingsKeeper, window: BrowserWindow, log: AppLog): void {
  const effects: Partial<Record<SettingName, () => void>> = {
    contentProtection: () =>
      whileOpen(window, () => window.setContentProtection(settings.get().contentProtection)),
    startWithSession() {
      try {
        startAtLogin(settings.get().startWithSession, {
          platform: process.platform,
          app,
          command: app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()],
          configFolder: process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'),
        });
      } catch (error) {
        log.error('the start with the session could not be set', error);
      }
    },
    logLevel: () => log.setLevel(settings.get().logLevel),
  };
  settings.onChange((name) => effects[name]?.());
  for (const apply of Object.values(effects)) apply();
}
