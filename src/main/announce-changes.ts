import { powerMonitor, type BrowserWindow } from 'electron';
import type { CurrentMeetingKeeper } from '../client/current-meeting.ts';
import { followDevices } from './devices/follow-devices.ts';
import type { Announce } from './page/event-queue.ts';
import { knownPlatform } from './platform.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import { watchVisibility } from './window/watch-visibility.ts';

type Deps = {
  readonly settings: SettingsKeeper;
  readonly window: BrowserWindow;
  readonly current: Pick<CurrentMeetingKeeper, 'tellTime'>;
  readonly announce: Announce;
};

/** Announces to the page what changes around it: settings, visibility of the window, devices, the time after a sleep. */
export function announceChanges({ settings, window, current, announce }: Deps): void {
  settings.onChange(() => announce('settings:changed', settings.resolved()));
  watchVisibility(window, (isVisible) => announce('window:seen', isVisible));
  followDevices({
    platform: knownPlatform(),
    window,
    tell: () => announce('devices:changed', undefined),
  });
  powerMonitor.on('resume', current.tellTime);
}
