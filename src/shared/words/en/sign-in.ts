import type { SignInWords } from '../fr/sign-in.ts';

export const signInEn: SignInWords = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  unnamed: 'Signed in',
  going: {
    title: 'Signing in',
    text: 'Sign in on the page that opens in your browser. This window will come back to the front afterwards.',
    cancel: 'Cancel signing in',
  },
  failed: {
    title: 'Signing in did not succeed.',
    retry: 'Try again',
    close: 'Close',
    reasons: {
      'sign-in-refused': 'The sign-in service refused it, or you stopped it in the browser.',
      'sign-in-unreachable':
        'The sign-in service does not answer. Check your network connection, then try again.',
      'sign-in-timed-out': 'It was not finished in the browser within five minutes.',
      'sign-in-cancelled': 'You cancelled it.',
      'browser-missing': 'No browser could be opened on this computer. Contact your help desk.',
      'sign-in-for-another':
        'The meeting service asks for a sign-in that would be valid for another service. It was given nothing. Tell your help desk.',
      'sign-in-answer-wrong':
        'The sign-in service gave an unexpected answer. Try again; if it happens again, tell your help desk.',
    },
  },
  expired: 'Your sign-in has expired. Sign in again; the current meeting goes on.',
  asGuest:
    'You are taking part as a guest: the service did not recognise your account when you joined. If you are an agent, leave the meeting, then join it again.',
  waitsAsGuest:
    'You are waiting as a guest: the service did not recognise your account. If you are an agent, leave the waiting room, then join the meeting again.',
  close: 'Close',
  notKept: {
    'keychain-missing': 'You will have to sign in at the next start: this computer has no keychain.',
    'keychain-locked': 'You will have to sign in at the next start: the keychain is locked.',
    'keychain-refused': 'You will have to sign in at the next start: the keychain did not keep your sign-in.',
    'secret-too-large':
      'You will have to sign in at the next start: your sign-in is too long for the keychain.',
  },
  locked: 'The keychain is locked: unlock it, or sign in again.',
  owner: 'Are you the owner of this room?',
  verifiedAs: (name) => `You will join the meeting with your verified name: ${name}.`,
  pages: {
    done: { title: 'Signed in', text: 'You can close this tab and return to Visio-Agents.' },
    failed: {
      title: 'Signing in did not succeed.',
      text: 'Return to Visio-Agents to learn why and to try again.',
    },
    stranger: { title: 'This page does not exist.', text: 'To sign in, click “Sign in” in Visio-Agents.' },
  },
};
