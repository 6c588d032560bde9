import type { RoomWords } from '../fr/room.ts';

export const roomEn: RoomWords = {
  region: 'Meeting in progress',

  howToJoin: {
    title: 'How would you like to join the meeting?',
    microphone: 'Microphone',
    microphoneHint: 'You speak and you hear.',
    listen: 'Listen only',
    listenHint: 'You only hear.',
    microphoneUsed: (name) => `Microphone in use: ${name}`,
    systemDefault: "the system's own",
    level: 'Microphone level',
    cameraOn: 'Join with the camera',
    preview: 'Preview of your camera',
    changeDevices: 'Change devices',
    escape: 'The Escape key joins in listen-only mode.',
  },

  connecting: {
    now: 'Connecting to the meeting…',
    slow: 'Connecting is taking longer than usual. It goes on; you can also leave.',
  },

  controls: {
    label: 'Meeting controls',
    mute: 'Mute microphone',
    unmute: 'Unmute microphone',
    cameraOff: 'Turn camera off',
    cameraOn: 'Turn camera on',
    microphoneShort: 'Microphone',
    cameraShort: 'Camera',
    people: 'Participants',
    leave: 'Leave',
    chooseMicrophone: 'Choose microphone and speakers',
    chooseCamera: 'Choose camera',
    microphones: 'Microphones',
    cameras: 'Cameras',
    speakers: 'Speakers',
    noDevice: 'No device found.',
    unnamedDevice: 'Unnamed device',
    systemDefault: 'System default',
    allDevices: 'Set up my equipment',
    withKeys: (action, keys) => `${action} (${keys})`,
    talkKeys: (toggle, talk) => `${toggle}, or ${talk} while you speak`,
    latched: 'Microphone on. Press Space again to mute it.',
    notSent: 'Sending failed. Try again in a moment.',
    deviceNotSwitched: 'This device could not be used; the previous one stays active.',
  },

  top: {
    details: 'Session details',
    service: 'Meeting on the service:',
    timeLeft: (left) => `${left} left`,
    timeLeftSaid: (left) => `${left} left.`,
    people: (count, most) => `${count}/${most}`,
    peopleSaid: (count, most) => `${count}/${most} participants`,
  },

  banners: {
    connectionLost: 'Connection lost, reconnecting…',
    serviceUnreachable:
      'The meeting service is not available. The meeting goes on; for now, people may be unable to join it or end it.',
    microphoneLost: 'Your microphone is no longer available: nobody hears you.',
    nobodyHears: 'Your microphone sends no sound: nobody hears you.',
    speakingMuted: 'You are speaking, but your microphone is off.',
    headsetFound: (name) => `"${name}" is plugged in.`,
    useHeadset: 'Use it',
    microphoneAgain: 'Turn the microphone back on',
    soundBlocked: 'The sound of the meeting is blocked.',
    startSound: 'Turn sound on',
    timeLeft: (left, end) => `The meeting ends in ${left}, at ${end} at the latest. It cannot be extended.`,
    close: 'Hide this message',
  },

  lost: {
    microphoneReplaced: "Your microphone is no longer available. The system's own takes its place.",
    cameraReplaced: 'Your camera is no longer available. Another one takes its place.',
    cameraOff: 'Your camera is no longer available: your picture is no longer sent.',
    speakersReplaced: 'Your speakers are no longer available. Those of the system replace them.',
    speakersOff: 'Your speakers are no longer available: you do not hear the meeting any more.',
  },

  tiles: {
    label: 'Videos of the participants',
    you: (name) => `${name} (you)`,
    muted: 'microphone off',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    page: (page, pages) => `Page ${page} of ${pages}`,
  },

  alone: {
    title: 'You are alone in the meeting.',
    hint: 'Invite people by giving them a link: they will appear here.',
    invite: 'Invite people',
  },

  people: {
    title: 'Participants',
    list: 'List of participants',
    moderator: 'Moderator',
    you: 'you',
    verified: 'Verified agent',
    unverified: 'not verified',
    unnamed: 'Unnamed',
    phone: 'By telephone',
    speaking: 'speaking',
    muted: 'microphone off',
    live: 'microphone on',
    joined: (name) => `${name} joined the meeting.`,
    left: (name) => `${name} left the meeting.`,
  },

  details: {
    title: 'Session details',
    timeLeft: (left, end) => `${left} left (ends at ${end} at the latest)`,
    reference: (reference) => `Reference: ${reference}`,
    moderatorLink: 'Moderator link',
    moderatorAllows: 'Also lets people invite moderators and end the meeting for everyone.',
    moderatorCopied:
      'Moderator link copied. Whoever uses it can end the meeting for everyone: give it only to people you trust.',
    participantLink: 'Participant link',
    participantAllows: 'Lets people join the meeting, speak and show their camera.',
    participantCopied: 'Participant link copied.',
    copyLink: 'Copy the link',
    copyThisLink: (link) => `Copy the link: ${link}`,
    copied: 'Copied',
    notCopied: 'Copying failed. Try again.',
    telephone: 'Join by telephone',
    number: 'Number',
    pin: 'PIN',
    copyInvitation: 'Copy the invitation',
    invitationCopied: 'Invitation copied.',
    sendByMail: 'Send by e-mail',
    mailFailed: 'Your mail program did not open. Copy the invitation and paste it into an e-mail.',
    whoCanJoin: 'The links stop working when the meeting ends.',
  },

  panel: {
    close: 'Close the panel',
  },

  leaving: {
    title: 'Leave the meeting?',
    lastPerson: 'You are the last person. The links will stop working in 10 minutes.',
    lastModerator:
      'You are the last moderator. If you leave, the meeting goes on without you; you can also end it.',
    othersStay: 'The meeting goes on for the others. You can come back.',
    leave: 'Leave the meeting',
    stay: 'Stay',
    endForAll: 'End the meeting for everyone',
    endTitle: 'End the meeting for everyone?',
    endHint: 'Everyone will be disconnected and the links stop working at once.',
    back: 'Back',
    ending: 'Ending the meeting…',
    notEnded: 'The meeting has not ended.',
  },

  toasts: {
    label: 'Notifications',
  },
};
