import type { confirmDialogsFr } from '../fr/confirm-dialogs.ts';

export const confirmDialogsEn: typeof confirmDialogsFr = {
  no: 'Cancel',
  textFile: 'Text',
  first: {
    title: 'Use this meeting service?',
    detail: (host) =>
      `The link that you opened leads to the service “${host}”. The application will use it for your meetings. Accept only if you know it.`,
    yes: 'Use this service',
  },
  stranger: {
    title: 'Open a link to another service?',
    detail: (host) =>
      `This link leads to the service “${host}”, which is not your administration's. Continue only if you trust the person who invited you.`,
    yes: 'Continue to this service',
  },
  issuer: {
    title: 'Sign in for this service?',
    detail: (issuer, host) =>
      `The meeting service “${host}” asks you to sign in at “${issuer}”. What it receives could open, in your name, other services that trust “${issuer}”. Accept only if both addresses are those of your administration.`,
    yes: 'Sign in',
  },
  move: {
    title: 'Change the meeting service?',
    detail: (host) => `Your next meetings will be on the service “${host}”. You will have to sign in again.`,
    yes: 'Change the service',
  },
  notOpened: {
    title: 'The page could not be opened.',
    detail: (address) =>
      `No browser opened on this computer. Copy this address, then open it yourself:\n${address}`,
    yes: 'Copy the address',
    no: 'Close',
  },
};
