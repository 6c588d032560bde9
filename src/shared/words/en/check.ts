import type { checkFr } from '../fr/check.ts';

export const checkEn: typeof checkFr = {
  settings: 'Settings',
  checks: 'Checks',
  colon: ': ',
  fine: 'fine.',
  incomplete: 'Some checks did not answer in time.',
  failed: 'failed.',
  names: {
    folder: 'Folder of the application',
    policies: "The administration's settings",
    server: 'Address of the meeting service',
    proxy: 'Way to the service',
    service: 'Meeting service',
    media: 'Media server',
    signIn: 'Sign-in service',
    keychain: 'Keychain of the computer',
  },
  reasons: {
    'media-error': 'The media server answers with an error.',
    'folder-unwritable': 'The application cannot save anything in its folder.',
    'policy-problem': "A part of the administration's settings cannot be read or is wrong.",
    'keychain-missing': 'No keychain answers.',
    'keychain-locked': 'The keychain is locked.',
    'keychain-refused': 'The keychain refused.',
    'secret-too-large': 'The secret is too long for the keychain.',
  },
};
