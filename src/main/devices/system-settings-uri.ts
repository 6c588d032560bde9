import type { SettingsPage } from '../../shared/host-system.ts';

/** System Preferences took this name, and System Settings (macOS 13 and later) takes it still. */
const macPrivacy = 'x-apple.systempreferences:com.apple.preference.security?Privacy_';

const pages: Readonly<Partial<Record<NodeJS.Platform, Readonly<Partial<Record<SettingsPage, string>>>>>> = {
  darwin: {
    microphone: `${macPrivacy}Microphone`,
    camera: `${macPrivacy}Camera`,
    screen: `${macPrivacy}ScreenCapture`,
    // Of macOS 13 and later; before, System Preferences opens without its pane.
    speaker: 'x-apple.systempreferences:com.apple.Sound-Settings.extension',
  },
  win32: {
    microphone: 'ms-settings:privacy-microphone',
    camera: 'ms-settings:privacy-webcam',
    speaker: 'ms-settings:sound',
  },
};

/** The system's own page for it: one of these addresses and no other. Null where it has none. */
export const systemSettingsUri = (page: SettingsPage, platform: NodeJS.Platform): string | null =>
  pages[platform]?.[page] ?? null;
