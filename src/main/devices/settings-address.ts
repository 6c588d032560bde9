import type { SettingsPage } from '../../shared/ipc.ts';

/** Since macOS 13 System Settings takes these names of panes and their parts; System Preferences before took them too. */
const macPrivacy = 'x-apple.systempreferences:com.apple.preference.security?Privacy_';

const pages: Readonly<Partial<Record<NodeJS.Platform, Readonly<Partial<Record<SettingsPage, string>>>>>> = {
  darwin: {
    microphone: `${macPrivacy}Microphone`,
    camera: `${macPrivacy}Camera`,
    screen: `${macPrivacy}ScreenCapture`,
    speaker: 'x-apple.systempreferences:com.apple.preference.sound',
  },
  win32: {
    microphone: 'ms-settings:privacy-microphone',
    camera: 'ms-settings:privacy-webcam',
    speaker: 'ms-settings:sound',
  },
};

/** The system's own page for it: one of these addresses and no other. Null where it has none. */
export const settingsAddress = (page: SettingsPage, platform: NodeJS.Platform): string | null =>
  pages[platform]?.[page] ?? null;
