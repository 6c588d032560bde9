import { accessibilityFr } from './accessibility.fr.ts';
import { checkFr } from './check.fr.ts';
import { devicesFr } from './devices.fr.ts';
import { endingsFr } from './endings.fr.ts';
import { fileFaultsFr } from './file-faults.fr.ts';
import { landingFr } from './landing.fr.ts';
import { networkFr } from './network.fr.ts';
import { proxyFr } from './proxy.fr.ts';
import { questionsFr } from './questions.fr.ts';
import { reportFr } from './report.fr.ts';
import { roomFr } from './room.fr.ts';
import { settingsFr } from './settings.fr.ts';
import { settingsPageFr } from './settings-page.fr.ts';
import { shellFr } from './shell.fr.ts';
import { signInFr } from './sign-in.fr.ts';
import { troubleFr } from './trouble.fr.ts';

/** Every sentence that a person reads, in French. U+202F before ; ! ? and U+00A0 before : and inside « ». */
export const fr = {
  shell: shellFr,
  devices: devicesFr,
  report: reportFr,
  endings: endingsFr,
  accessibility: accessibilityFr,
  landing: landingFr,
  room: roomFr,
  network: networkFr,
  questions: questionsFr,
  proxy: proxyFr,
  check: checkFr,
  settings: settingsFr,
  fileFaults: fileFaultsFr,
  settingsPage: settingsPageFr,
  signIn: signInFr,
  trouble: troubleFr,
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
