import type { Words } from './fr.ts';
import { accessibilityStatementEn } from './en/accessibility-statement.ts';
import { checkEn } from './en/check.ts';
import { devicesEn } from './en/devices.ts';
import { endingsEn } from './en/endings.ts';
import { fileFaultsEn } from './en/file-faults.ts';
import { landingEn } from './en/landing.ts';
import { networkEn } from './en/network.ts';
import { proxyEn } from './en/proxy.ts';
import { confirmDialogsEn } from './en/confirm-dialogs.ts';
import { reportEn } from './en/report.ts';
import { roomEn } from './en/room.ts';
import { screenShareEn } from './en/screen-share.ts';
import { settingsEn } from './en/settings.ts';
import { settingsPageEn } from './en/settings-page.ts';
import { shellEn } from './en/shell.ts';
import { shortcutsEn } from './en/shortcuts.ts';
import { signInEn } from './en/sign-in.ts';
import { timesEn } from './en/times.ts';
import { errorDialogsEn } from './en/error-dialogs.ts';

/** Every sentence that a person reads, in English. */
export const en: Words = {
  shell: shellEn,
  devices: devicesEn,
  report: reportEn,
  endings: endingsEn,
  accessibilityStatement: accessibilityStatementEn,
  shortcuts: shortcutsEn,
  landing: landingEn,
  room: roomEn,
  screenShare: screenShareEn,
  network: networkEn,
  confirmDialogs: confirmDialogsEn,
  proxy: proxyEn,
  check: checkEn,
  settings: settingsEn,
  fileFaults: fileFaultsEn,
  settingsPage: settingsPageEn,
  signIn: signInEn,
  errorDialogs: errorDialogsEn,
  times: timesEn,
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
