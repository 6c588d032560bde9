import type { SettingsByHand } from '../fr/settings-by-hand.ts';

const onLinux = "Open your desktop's settings, then look for this device.";
const inBrowser = "Open your browser's settings, then look for this device.";
const onMac = (page: string): string =>
  `In the Apple menu, choose “System Settings”, “Privacy & Security”, then “${page}”.`;
const onWindows = (page: string): string =>
  `In the Start menu, open “Settings”, “Privacy & security”, then “${page}”.`;

export const settingsByHandEn: SettingsByHand = {
  linux: { microphone: onLinux, camera: onLinux, speaker: onLinux, screen: onLinux },
  web: { microphone: inBrowser, camera: inBrowser, speaker: inBrowser, screen: inBrowser },
  darwin: {
    microphone: onMac('Microphone'),
    camera: onMac('Camera'),
    screen: onMac('Screen Recording'),
    speaker: 'In the Apple menu, choose “System Settings”, then “Sound”.',
  },
  win32: {
    microphone: onWindows('Microphone'),
    camera: onWindows('Camera'),
    screen: onWindows('Screenshots'),
    speaker: 'In the Start menu, open “Settings”, “System”, then “Sound”.',
  },
};
