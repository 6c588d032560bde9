import type { LandingWords } from './landing.fr.ts';

export const landingEn: LandingWords = {
  title: 'Join the meeting',
  invited: 'You are invited to an improvised meeting.',
  openInApp: 'Open in the app',
  openInBrowser: 'Continue in the browser',
  nothingHappens:
    'If nothing happens, the Visio-Agents app is not installed on this computer: contact your help desk.',
  deadTitle: 'This meeting is over or does not exist.',
  deadAdvice: 'Ask the person who invited you for a new link.',
  tooManyTitle: 'Too many requests in a short time.',
  tooManyAdvice: 'Wait a moment, then try again.',
};
