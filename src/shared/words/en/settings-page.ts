import type { SettingsPageWords } from '../fr/settings-page.ts';

export const settingsPageEn: SettingsPageWords = {
  title: 'Settings',
  done: 'I have finished',
  managed: 'Setting managed by your administration',
  environment: 'Setting imposed when the application was started',
  none: 'None',
  yes: 'On',
  no: 'Off',
  notSet: 'Not set',
  changeServer: 'Change the service',
  cancel: 'Cancel',
  nextStart: 'The change takes effect at the next start.',
  restart: 'Restart the application',
  restartLater: 'You are in a meeting: restart the application afterwards.',
  failed: 'This setting could not be changed.',
  problems: {
    title: 'Some settings could not be read; the others apply.',
    policyFile: (file, reason) => `File of your administration: ${file} ${reason}.`,
    policyValue: (name) => `Wrong setting of your administration: ${name}`,
    userValue: (name) => `Wrong setting in your file: ${name}`,
    userFile: (file, reason) => `Your settings file ${reason}. It is kept: ${file}`,
  },
  setAside: 'Your settings could not be read: they are back to their usual values. The former file is kept.',
  close: 'Close',
};
