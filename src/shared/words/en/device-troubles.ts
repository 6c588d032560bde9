import type { DeviceKind } from '../../devices/system-facts.ts';
import type { DeviceTroubles, Told } from '../fr/device-troubles.ts';

const list = (names: readonly string[]): string => new Intl.ListFormat('en').format(names);
const byPhone = 'In the meantime, join the meeting by telephone, or listen only.';
const askHelpDesk = 'Send the report to your help desk: they will know what to allow.';
const greyed = 'The switch is greyed out? Your administration decides: ask your help desk.';
const administrator = 'The switch is greyed out? It takes administrator rights: ask your help desk.';
const notListed = 'Visio-Agents is not in the list? Restart the application, then try again.';
const otherPrograms = 'Think of minimised programs and of browser tabs. Otherwise, choose another device.';

const microphone: DeviceTroubles = {
  'system-refused': {
    computer: {
      title: 'The microphone is turned off for the whole computer.',
      advice: 'In the Windows settings, turn on "Microphone access".',
      next: administrator,
    },
    apps: {
      title: 'Windows keeps all applications from using the microphone.',
      advice: 'Turn on "Let apps access your microphone".',
      next: greyed,
    },
    'desktop-apps': {
      title: 'Windows keeps desktop applications from using the microphone.',
      advice: 'At the bottom of the page, turn on "Let desktop apps access your microphone".',
      next: greyed,
    },
    'this-app': {
      title: 'Windows keeps Visio-Agents from using the microphone.',
      advice: 'Turn Visio-Agents on in the list of desktop apps.',
      next: `It is not there, or greyed out? ${askHelpDesk}`,
    },
    app: {
      title: 'macOS keeps Visio-Agents from using the microphone.',
      advice: 'Turn Visio-Agents on in the list, then let it reopen.',
      next: notListed,
    },
    sandbox: {
      title: 'This installation of Visio-Agents has no access to the microphone.',
      advice: 'Allow the microphone in the settings of the application, then try again.',
      next: askHelpDesk,
    },
    group: {
      title: 'Your account has no access to the microphone of this computer.',
      advice: 'Ask your help desk to give your account this right.',
      next: byPhone,
    },
    unnamed: {
      title: 'Access to the microphone is refused.',
      advice: 'Allow Visio-Agents in the system settings, then try again.',
      next: askHelpDesk,
    },
  },
  'policy-refused': {
    title: 'Your administration has turned off the microphone on this computer.',
    advice: 'You cannot turn it on yourself. Your help desk can ask for it.',
    next: byPhone,
  },
  'no-device': {
    title: 'No microphone was found.',
    advice: 'Plug in a headset or a microphone: it will be recognised at once.',
    next: 'Already plugged in? Try another socket, or turn the wireless headset off and on.',
  },
  unplugged: {
    title: 'Your microphone was unplugged.',
    advice: 'Plug it back in, or another one: it will be recognised at once.',
    next: 'Already plugged in? Try another socket, or turn the wireless headset off and on.',
  },
  held: (holders) => ({
    title:
      holders.length > 0
        ? `Another program is using your microphone: ${list(holders)}.`
        : 'Another program is using your microphone.',
    advice: 'Close that program, then try again.',
    next: otherPrograms,
  }),
  muted: {
    title: 'Your microphone is muted outside Visio-Agents.',
    advice: 'Unmute it: button of the headset, key of the keyboard, or sound settings.',
    next: 'If no button unmutes it, choose another microphone.',
  },
  silent: {
    title: 'Your microphone sends no sound.',
    advice: 'Check the button of the headset or keyboard, then the input volume in the sound settings.',
    next: 'Choose another microphone in the list: the one that hears you is marked.',
  },
  unknown: {
    title: 'Your microphone is not responding.',
    advice: 'Unplug it and plug it back in, or choose another one, then try again.',
    next: 'Restart the computer if you can.',
  },
};

const camera: DeviceTroubles = {
  'system-refused': {
    computer: {
      title: 'The camera is turned off for the whole computer.',
      advice: 'In the Windows settings, turn on "Camera access".',
      next: administrator,
    },
    apps: {
      title: 'Windows keeps all applications from using the camera.',
      advice: 'Turn on "Let apps access your camera".',
      next: greyed,
    },
    'desktop-apps': {
      title: 'Windows keeps desktop applications from using the camera.',
      advice: 'At the bottom of the page, turn on "Let desktop apps access your camera".',
      next: greyed,
    },
    'this-app': {
      title: 'Windows keeps Visio-Agents from using the camera.',
      advice: 'Turn Visio-Agents on in the list of desktop apps.',
      next: `It is not there, or greyed out? ${askHelpDesk}`,
    },
    app: {
      title: 'macOS keeps Visio-Agents from using the camera.',
      advice: 'Turn Visio-Agents on in the list, then let it reopen.',
      next: notListed,
    },
    sandbox: {
      title: 'This installation of Visio-Agents has no access to the camera.',
      advice: 'Allow the camera in the settings of the application, then try again.',
      next: askHelpDesk,
    },
    group: {
      title: 'Your account has no access to the camera of this computer.',
      advice: 'Ask your help desk to give your account this right.',
      next: 'In the meantime, join the meeting without a picture.',
    },
    unnamed: {
      title: 'Access to the camera is refused.',
      advice: 'Allow Visio-Agents in the system settings, then try again.',
      next: askHelpDesk,
    },
  },
  'policy-refused': {
    title: 'Your administration has turned off the camera on this computer.',
    advice: 'You cannot turn it on yourself. Your help desk can ask for it.',
    next: 'In the meantime, join the meeting without a picture.',
  },
  'no-device': {
    title: 'No camera was found.',
    advice: 'Plug in a camera: it will be recognised at once. You can also go on without a picture.',
    next: 'A laptop may have a switch or a key that turns its camera off.',
  },
  unplugged: {
    title: 'Your camera was unplugged.',
    advice: 'Plug it back in: it will be recognised at once.',
    next: 'Already plugged in? Try another socket.',
  },
  held: (holders) => ({
    title:
      holders.length > 0
        ? `Another program is using your camera: ${list(holders)}.`
        : 'Another program is using your camera.',
    advice: 'Close that program, then try again.',
    next: otherPrograms,
  }),
  muted: {
    title: 'Your camera is turned off outside Visio-Agents.',
    advice: 'Turn it on: switch on the side, key of the keyboard, or the lid of the laptop to open.',
    next: 'If nothing turns it on, choose another camera.',
  },
  silent: {
    title: 'Your camera shows nothing but black.',
    advice: 'Remove the cover of the camera, or light the room.',
    next: 'Some laptops close the camera with a key. Otherwise, choose another camera.',
  },
  unknown: {
    title: 'Your camera is not responding.',
    advice: 'Unplug it and plug it back in, or choose another one, then try again.',
    next: 'Restart the computer if you can.',
  },
};

const speakerRefused: Told = {
  title: 'The sound cannot be played on this computer.',
  advice: 'Ask your help desk to allow sound for your account.',
  next: 'In the meantime, join the meeting by telephone.',
};
const speaker: DeviceTroubles = {
  'system-refused': {
    computer: speakerRefused,
    apps: speakerRefused,
    'desktop-apps': speakerRefused,
    'this-app': speakerRefused,
    app: speakerRefused,
    sandbox: speakerRefused,
    group: speakerRefused,
    unnamed: speakerRefused,
  },
  'policy-refused': speakerRefused,
  'no-device': {
    title: 'No speaker was found.',
    advice: 'Plug in a headset or speakers: they will be recognised at once.',
    next: 'Already plugged in? Try another socket, or turn them off and on.',
  },
  unplugged: {
    title: 'Your speakers were unplugged.',
    advice: 'Plug them back in, or choose others.',
    next: 'Already plugged in? Try another socket.',
  },
  held: (holders) => ({
    title:
      holders.length > 0
        ? `Another program is using your speakers: ${list(holders)}.`
        : 'Another program is using your speakers.',
    advice: 'Close that program, then try again.',
    next: 'Choose other speakers.',
  }),
  muted: {
    title: 'The sound of this computer is muted.',
    advice: 'Unmute it: key of the keyboard, button of the headset, or sound settings.',
    next: 'If nothing unmutes it, choose other speakers.',
  },
  silent: {
    title: 'You do not hear the sound.',
    advice: 'Turn the volume up, or choose other speakers in the list, then test again.',
    next: 'Check that the chosen headset or screen is the one that you are using.',
  },
  unknown: {
    title: 'The sound could not be played on this device.',
    advice: 'Choose other speakers, then test again.',
    next: 'Unplug them and plug them back in.',
  },
};

/** What is said of each trouble with each device. */
export const deviceTroublesEn: Readonly<Record<DeviceKind, DeviceTroubles>> = { microphone, camera, speaker };
