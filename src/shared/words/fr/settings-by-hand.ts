import type { HostPlatform, SettingsPage } from '../../host-system.ts';

export type SettingsByHand = Readonly<Record<HostPlatform, Readonly<Record<SettingsPage, string>>>>;

const onLinux = 'Ouvrez les réglages de votre environnement de bureau, puis cherchez-y cet appareil.';
const inBrowser = 'Ouvrez les réglages de votre navigateur, puis cherchez-y cet appareil.';
const onMac = (page: string): string =>
  `Dans le menu Pomme, choisissez «\u00a0Réglages Système\u00a0», «\u00a0Confidentialité et sécurité\u00a0», puis «\u00a0${page}\u00a0».`;
const onWindows = (page: string): string =>
  `Dans le menu Démarrer, ouvrez «\u00a0Paramètres\u00a0», «\u00a0Confidentialité et sécurité\u00a0», puis «\u00a0${page}\u00a0».`;

/** Where the system's own pages are, for whoever has to go there by themselves. */
export const settingsByHandFr: SettingsByHand = {
  linux: { microphone: onLinux, camera: onLinux, speaker: onLinux, screen: onLinux },
  web: { microphone: inBrowser, camera: inBrowser, speaker: inBrowser, screen: inBrowser },
  darwin: {
    microphone: onMac('Microphone'),
    camera: onMac('Caméra'),
    screen: onMac("Enregistrement de l'écran"),
    speaker: 'Dans le menu Pomme, choisissez «\u00a0Réglages Système\u00a0», puis «\u00a0Son\u00a0».',
  },
  win32: {
    microphone: onWindows('Microphone'),
    camera: onWindows('Caméra'),
    screen: onWindows("Captures d'écran"),
    speaker:
      'Dans le menu Démarrer, ouvrez «\u00a0Paramètres\u00a0», «\u00a0Système\u00a0», puis «\u00a0Son\u00a0».',
  },
};
