import type { SettingWords } from '../setting-words.ts';

/** Every setting, in English. */
export const settingsEn: SettingWords = {
  sections: {
    service: 'Meeting service',
    signIn: 'Sign-in',
    meetings: 'Meetings',
    sound: 'Sound of the microphone',
    app: 'Application',
    helpDesk: 'Help desk',
  },
  names: {
    server: {
      label: 'Address of the meeting service',
      help: 'The service that your meetings are opened on. Example: https://visio.example.org',
    },
    allowedServers: {
      label: 'Other allowed services',
      help: 'Links to these services open without a question.',
    },
    unknownServers: {
      label: 'Links to other services',
      help: 'What happens when a link leads to a service that the application does not know.',
    },
    stateBrandHosts: {
      label: "Services that carry the State's brand",
      help: "Host names of the services that show the State's mark and links, if they announce it. Any other service stays neutral. Example: visio.example.org",
    },
    signInIssuer: {
      label: 'Address of the identity provider',
      help: 'Replaces the one that the meeting service announces. Empty: the service decides. Holds only where a policy sets the address of the service too.',
    },
    signInClientId: {
      label: 'Name of the application at the identity provider',
      help: 'Replaces the “client” that the meeting service announces. Empty: the service decides. Holds only where a policy sets the address of the service too.',
    },
    joinWithMicrophone: {
      label: 'Enter meetings with the microphone on',
      help: 'The application no longer asks how you would like to join the meeting; others hear you at once.',
    },
    noiseSuppression: {
      label: 'Reduce background noise',
      help: 'Softens the fan, the street, the keyboard. Turn it off to let others hear music.',
    },
    echoCancellation: {
      label: 'Remove the echo',
      help: 'Keeps others from hearing themselves through your speakers. Leave it on, unless your equipment does it already.',
    },
    autoGainControl: {
      label: 'Adjust the microphone volume automatically',
      help: 'Raises a faint voice, holds back a loud one.',
    },
    screenShare: {
      label: 'Screen sharing',
      help: 'Allows showing a screen or a window to the other participants in a meeting.',
    },
    contentProtection: {
      label: 'Hide the window from screen captures',
      help: 'Capture and sharing programs see nothing of it. Neither do magnifiers and remote assistance; a photo of the screen remains possible.',
    },
    language: {
      label: 'Language',
      help: 'Language of the application and of the invitations that you copy.',
    },
    startWithSession: {
      label: 'Open Visio-Agents when the computer starts',
      help: 'The application opens when you log in.',
    },
    updates: {
      label: 'New versions',
      help: 'The application can announce a new version; it never downloads or installs anything.',
    },
    hardwareAcceleration: {
      label: 'Hardware acceleration',
      help: 'Uses the graphics card. Turn it off if the picture is black or flickers; the change takes effect at the next start.',
    },
    logLevel: {
      label: 'Detail of the log',
      help: 'What the application writes down for the help desk. It never writes a secret.',
    },
    helpDeskName: {
      label: 'Name of the help desk',
      help: 'Replaces the one that the meeting service announces. Empty: the service decides.',
    },
    helpDeskEmail: {
      label: 'E-mail address of the help desk',
      help: 'Replaces the one that the meeting service announces. Empty: the service decides.',
    },
    helpDeskPhone: {
      label: 'Telephone of the help desk',
      help: 'Replaces the one that the meeting service announces. Empty: the service decides.',
    },
    helpDeskUrl: {
      label: 'Web page of the help desk',
      help: 'Replaces the one that the meeting service announces. Empty: the service decides.',
    },
  },
  options: {
    unknownServers: { ask: 'Ask before opening the link', refuse: 'Refuse the link' },
    language: { fr: 'Français', en: 'English' },
    updates: { notify: 'Announce them', off: 'Say nothing' },
    logLevel: {
      error: 'Errors',
      warn: 'Errors and warnings',
      info: 'Usual',
      debug: 'Everything, to look for a fault',
    },
  },
};
