import type { EndingWords, Told } from '../fr/endings.ts';

const unforeseen: Told = {
  title: 'Something went wrong.',
  advice: 'Try again. If the problem persists, contact your help desk.',
};
export const endingsEn: EndingWords = {
  failure: {
    'meeting-over': {
      title: 'This meeting is over or does not exist.',
      advice: 'Ask the person who invited you for a new link.',
    },
    'meeting-full': { title: 'All the seats are taken.', advice: '' },
    'meeting-locked': {
      title: 'The meeting is locked.',
      advice: 'Ask the person who invited you to unlock it, then try again.',
    },
    removed: {
      title: 'Your participation in this meeting has ended.',
      advice: 'A moderator decided so. If it is a mistake, contact the person who invited you.',
    },
    'entry-refused': {
      title: 'A moderator did not accept your request.',
      advice: 'Contact the person who invited you.',
    },
    'not-allowed': {
      title: 'You are not allowed to do that.',
      advice: 'Ask a moderator of the meeting to do it for you.',
    },
    'not-signed-in': {
      title: 'Sign in to continue.',
      advice: 'You will then come back to where you were.',
    },
    'not-an-agent': {
      title: 'Your account cannot open a meeting.',
      advice: 'Only agents can open one. Contact your help desk if you are one.',
    },
    'too-many-requests': {
      title: 'Too many requests in a short time.',
      advice: 'Wait a moment, then try again.',
    },
    'media-unreachable': {
      title: 'Sound and video are not available.',
      advice: 'The media server is not responding. Try again in a moment.',
    },
    'service-busy': {
      title: 'The meeting service is very busy.',
      advice: 'Try again in a moment.',
    },
    'service-unreachable': {
      title: 'The meeting service is not responding.',
      advice: 'Check your network connection, then try again.',
    },
    offline: {
      title: 'Your computer is not connected to the network.',
      advice: 'Check the cable or the Wi-Fi, then try again.',
    },
    'not-a-service': {
      title: 'The address of the meeting service is wrong.',
      advice: 'Contact your help desk: a setting of the application needs to be corrected.',
    },
    'no-server': {
      title: 'The application does not know a meeting service yet.',
      advice: 'Enter the address of the service, or open the link of an invitation.',
    },
    'certificate-untrusted': {
      title: 'The identity of the meeting service could not be verified.',
      advice:
        'Your computer does not recognise its certificate. Check the date and time of the computer; if they are right, contact your help desk: do not bypass this.',
    },
    'proxy-authentication': {
      title: 'Your network asks for credentials.',
      advice: 'The proxy of your network expects a user name and a password. Try again to enter them.',
    },
    'session-expired': {
      title: 'Your sign-in has expired.',
      advice: 'Sign in again: you will then come back to where you were.',
    },
    'sign-in-unreachable': {
      title: 'The sign-in service does not answer.',
      advice: 'Check your network connection, then try again.',
    },
    'sign-in-answer-wrong': {
      title: 'The sign-in service gave an unexpected answer.',
      advice: 'Try again; if it happens again, tell your help desk.',
    },
    'sign-in-for-another': {
      title: 'Your sign-in is not valid for this meeting service.',
      advice: 'Tell your help desk.',
    },
    'clock-wrong': {
      title: "This computer's clock is wrong.",
      advice: "Set it in the computer's settings or tell your help desk, then try again.",
    },
    'link-invalid': {
      title: 'This is not a link to a meeting.',
      advice: 'Copy the whole link from the invitation, or ask for a new one.',
    },
    'server-not-allowed': {
      title: 'This link leads to a service that this application does not use.',
      advice: 'Open it in your browser if you trust the person who invited you.',
    },
    'app-too-old': {
      title: 'This version of the application is too old.',
      advice: 'Install the new version, or contact your help desk.',
    },
    'joined-elsewhere': {
      title: 'You joined this meeting from somewhere else.',
      advice: 'You can go on there, or come back here.',
    },
    'bad-request': unforeseen,
    'idempotency-conflict': unforeseen,
    'service-error': {
      title: 'The meeting service has a problem.',
      advice: 'Try again in a moment.',
    },
    'app-error': unforeseen,
  },
  clockWrong: (byHowMuch) =>
    `This computer's clock is wrong by ${byHowMuch}. Set it in the computer's settings or tell your help desk, then try again.`,
  meetingFull: (participants) =>
    `The meeting is full (${participants} participants). Try again in a few minutes.`,
  ended: {
    moderator: {
      title: 'The meeting is over.',
      advice: 'A moderator ended it for everyone. The links no longer work.',
    },
    time: {
      title: 'The meeting reached its maximum length.',
      advice: 'To continue, open a new meeting and share its links.',
    },
    empty: {
      title: 'The meeting is over.',
      advice: 'Nobody was in it any more. The links no longer work.',
    },
    removed: {
      title: 'Your participation in this meeting has ended.',
      advice: 'A moderator decided so. If it is a mistake, contact the person who invited you.',
    },
    unheard: {
      title: 'The meeting is over.',
      advice: 'It ended while your connection was down. The links no longer work.',
    },
  },
  left: {
    title: 'You have left the meeting.',
    goesOn: 'The meeting goes on. You can return at any time.',
    linksWillDie: 'The links will stop working in 10 minutes.',
  },
  comeBack: 'Return to the current meeting',
  goHome: 'Back to home',
  retry: 'Try again',
  secondsLeft: (seconds) => `(${seconds} s)`,
  helpDesk: (name) => (name ? `Contact: ${name}` : 'Contact the help desk'),
  documentation: 'Read the documentation',
  reference: (reference) => `Meeting reference: ${reference}`,
};
