import type { Words } from './fr.ts';
import { accessibilityEn } from './accessibility.en.ts';
import { checkEn } from './check.en.ts';
import { devicesEn } from './devices.en.ts';
import { endingsEn } from './endings.en.ts';
import { fileFaultsEn } from './file-faults.en.ts';
import { landingEn } from './landing.en.ts';
import { networkEn } from './network.en.ts';
import { proxyEn } from './proxy.en.ts';
import { questionsEn } from './questions.en.ts';
import { reportEn } from './report.en.ts';
import { roomEn } from './room.en.ts';
import { settingsEn } from './settings.en.ts';
import { settingsPageEn } from './settings-page.en.ts';
import { shellEn } from './shell.en.ts';
import { signInEn } from './sign-in.en.ts';
import { troubleEn } from './trouble.en.ts';

/** Every sentence that a person reads, in English. */
export const en: Words = {
  shell: shellEn,
  devices: devicesEn,
  report: reportEn,
  endings: endingsEn,
  accessibility: accessibilityEn,
  landing: landingEn,
  room: roomEn,
  network: networkEn,
  questions: questionsEn,
  proxy: proxyEn,
  check: checkEn,
  settings: settingsEn,
  fileFaults: fileFaultsEn,
  settingsPage: settingsPageEn,
  signIn: signInEn,
  trouble: troubleEn,
  crash: {
    title: 'Visio-Agents has stopped',
    text: 'The application stopped several times in a row. Open it again; if it happens again, tell your help desk.',
  },
  menu: {
    edit: 'Edit',
    view: 'View',
    larger: 'Larger',
    smaller: 'Smaller',
    usualSize: 'Normal size',
    fullScreen: 'Full screen',
    window: 'Window',
    copyLink: 'Copy the link',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
  },
  meeting: {
    // Fixed by the service, in the language of the service.
    title: 'Réunion improvisée',
    welcome:
      'Bienvenue dans cette réunion improvisée. Invitez des personnes en leur transmettant le lien qui correspond à leur rôle.',
    unnamedAgent: 'Agent',
    caller: (digits?: string) => (digits === undefined ? 'Telephone' : `Telephone …${digits}`),
  },
};
