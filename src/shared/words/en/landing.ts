import type { LandingWords } from '../fr/landing.ts';

export const landingEn: LandingWords = {
  language: 'English',
  title: 'Join the meeting',
  invited: 'You are invited to an improvised meeting.',
  latestEnd: (time) => `It ends at ${time} Paris time at the latest.`,
  openInApp: 'Open in the app',
  openInBrowser: 'Continue in the browser',
  nothingHappens:
    'If nothing happens, the Visio-Agents app is not installed on this computer: contact your help desk.',
  notOnHandhelds: 'There is no app for phones and tablets.',
  openOnComputer: 'Open this link on a computer that has the app.',
  openOnComputerOrCall: 'Open this link on a computer that has the app, or take part by telephone.',
  telephone: 'By telephone',
  number: 'Number',
  pin: 'PIN',
  call: 'Call',
  endPin: 'Your phone dials the PIN; then press #.',
  refused: {
    dead: {
      title: 'This meeting is over or does not exist.',
      advice: 'Ask the person who invited you for a new link.',
    },
    'too-many': {
      title: 'Too many attempts in a short time.',
      advice: 'Wait a minute, then open the link again.',
    },
    unreadable: {
      title: 'Your browser sends too much information.',
      advice: 'Open the link in a private window, or clear the cookies of this site.',
    },
  },
};
