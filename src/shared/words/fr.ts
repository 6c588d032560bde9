import { accessibilityStatementFr } from './fr/accessibility-statement.ts';
import { checkFr } from './fr/check.ts';
import { devicesFr } from './fr/devices.ts';
import { endingsFr } from './fr/endings.ts';
import { fileFaultsFr } from './fr/file-faults.ts';
import { landingFr } from './fr/landing.ts';
import { networkFr } from './fr/network.ts';
import { proxyFr } from './fr/proxy.ts';
import { confirmDialogsFr } from './fr/confirm-dialogs.ts';
import { reportFr } from './fr/report.ts';
import { roomFr } from './fr/room.ts';
import { screenShareFr } from './fr/screen-share.ts';
import { settingsFr } from './fr/settings.ts';
import { settingsPageFr } from './fr/settings-page.ts';
import { shellFr } from './fr/shell.ts';
import { shortcutsFr } from './fr/shortcuts.ts';
import { signInFr } from './fr/sign-in.ts';
import { timesFr } from './fr/times.ts';
import { errorDialogsFr } from './fr/error-dialogs.ts';

/** Every sentence that a person reads, in French. U+202F before ; ! ? and U+00A0 before : and inside « ». */
export const fr = {
  shell: shellFr,
  devices: devicesFr,
  report: reportFr,
  endings: endingsFr,
  accessibilityStatement: accessibilityStatementFr,
  shortcuts: shortcutsFr,
  landing: landingFr,
  room: roomFr,
  screenShare: screenShareFr,
  network: networkFr,
  confirmDialogs: confirmDialogsFr,
  proxy: proxyFr,
  check: checkFr,
  settings: settingsFr,
  fileFaults: fileFaultsFr,
  settingsPage: settingsPageFr,
  signIn: signInFr,
  errorDialogs: errorDialogsFr,
  times: timesFr,
  crash: {
    title: "Visio-Agents s'est arrêté",
    text: "L'application s'est arrêtée plusieurs fois de suite. Rouvrez-la ; si cela se reproduit, prévenez votre assistance.",
  },
  menu: {
    edit: 'Édition',
    view: 'Présentation',
    larger: 'Agrandir',
    smaller: 'Réduire',
    usualSize: 'Taille normale',
    fullScreen: 'Plein écran',
    window: 'Fenêtre',
    copyLink: 'Copier le lien',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
  },
  meeting: {
    title: 'Réunion improvisée',
    welcome:
      'Bienvenue dans cette réunion improvisée. Invitez des personnes en leur transmettant le lien qui correspond à leur rôle.',
    unnamedAgent: 'Agent',
    /** The last two digits of their number, if they show it. */
    caller: (digits?: string) => (digits === undefined ? 'Téléphone' : `Téléphone …${digits}`),
  },
};

/** The shape that every language fills, key by key. */
export type Words = typeof fr;
