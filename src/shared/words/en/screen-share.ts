import type { ScreenShareWords } from '../fr/screen-share.ts';

export const screenShareEn: ScreenShareWords = {
  screenName: (number, of) => (of === 1 ? 'Entire screen' : `Screen ${number}`),
  picker: {
    title: 'Share your screen',
    kinds: 'What would you like to share?',
    screen: 'Entire screen',
    window: 'Window',
    screenHint: 'The others see everything that appears on this screen, including notifications.',
    windowHint: 'The others see this window only.',
    looking: 'Looking for what can be shared…',
    noScreen: 'No screen was found.',
    noWindow: 'No other window is open. Open the one that you would like to show: it will appear here.',
    failed: 'The screens and windows could not be read. Trying again…',
    refused:
      'The system does not let Visio-Agents see the screen. Allow it in the system settings, then restart the application.',
    openSettings: 'Open settings',
    settingsNotOpened:
      'The settings did not open. In System Settings, open “Privacy & Security”, then “Screen Recording”.',
    gone: 'What you had chosen is no longer open.',
    noPreview: 'No preview',
    untitled: 'Untitled window',
    share: 'Share',
    cancel: 'Cancel',
  },
  bar: {
    title: 'You are sharing your screen',
    sharing: 'Screen shared',
    comeBack: 'Screen shared: return to the meeting',
    stop: 'Stop',
    stopSharing: 'Stop sharing',
  },
  notification: {
    title: 'You are sharing your screen',
    text: 'The participants in the meeting can see it.',
    stop: 'Stop',
  },
};
