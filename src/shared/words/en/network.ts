import type { networkFr } from '../fr/network.ts';

export const networkEn: typeof networkFr = {
  title: 'Network',
  lead: 'This check tells in less than a minute what this network lets through. Your microphone is not used.',
  check: 'Check the network',
  checkAgain: 'Check again',
  stop: 'Stop the check',
  running: 'Checking the network…',
  results: 'Results of the check',
  underWay: 'Under way…',
  waiting: 'Waiting',
  outcomes: {
    works: 'Works',
    fails: 'Does not work',
    'not-offered': 'Not offered',
    skipped: 'Not checked',
  },
  checks: {
    service: {
      name: 'Meeting service',
      works: 'The service answers.',
      fails: 'The service did not give the expected answer.',
    },
    websocket: {
      name: 'Media server (WebSocket)',
      works: 'Meetings can be entered.',
      fails: 'Meetings cannot be entered.',
      skipped: 'The service gave no room to try it in.',
    },
    udp: {
      name: 'Sound and video over UDP',
      works: 'This is the fastest way.',
      fails: 'The fastest way is closed.',
      'not-offered': 'The service does not offer this way.',
      skipped: 'Nothing to try without the media server.',
    },
    publish: {
      name: 'Sending a sound',
      works: 'The server received the sound that was sent.',
      fails: 'The server did not receive the sound that was sent.',
      skipped: 'Nothing to try without the media server.',
    },
    turn: {
      name: 'Sound and video by relay (TURN)',
      works: 'This is a fallback.',
      fails: 'This fallback is closed.',
      'not-offered': 'The service does not offer a relay.',
      skipped: 'Nothing to try without the media server.',
    },
    tcp: {
      name: 'Sound and video over TCP',
      works: 'This is a fallback.',
      fails: 'This fallback is closed.',
      'not-offered': 'The service does not offer this way.',
      skipped: 'Nothing to try without the media server.',
    },
  },
  wayTaken: 'This is the way that meetings take here.',
  meanings: {
    'all-well': {
      title: 'This network is fit for meetings.',
      advice: 'Sound and video take the fastest way.',
    },
    'all-well-by-tcp': {
      title: 'This network is fit for meetings.',
      advice: 'Sound and video go over TCP, as this service intends.',
    },
    'no-udp': {
      title: 'Meetings work, but their quality may suffer.',
      advice:
        'This network blocks UDP: sound and video go over TCP, where interruptions are heard more. Ask your IT department to open UDP to the media server.',
    },
    'relay-only': {
      title: 'Meetings work through a relay.',
      advice:
        'This network blocks the direct ways: sound and video make a detour and may be delayed. Ask your IT department to open UDP to the media server.',
    },
    'nothing-arrives': {
      title: 'The sound that you send does not arrive.',
      advice:
        'The connection is made, but too much is lost on it. Move closer to the Wi-Fi access point, plug in a cable or change networks, then check again.',
    },
    'no-media': {
      title: 'Neither sound nor video gets through.',
      advice:
        'This network blocks every way to the media server. Change networks, for example by sharing the connection of a telephone, or tell your IT department.',
    },
    'no-websocket': {
      title: 'The way into meetings is blocked.',
      advice:
        'The service answers, but a firewall or a proxy blocks the WebSocket connection to the media server. Change networks or tell your IT department.',
    },
    'media-down': {
      title: 'The media server does not answer the service.',
      advice: 'The fault is not on your network. Try again in a few minutes.',
    },
    'service-down': {
      title: 'The meeting service does not answer.',
      advice:
        'If other sites open on this computer, the service is down or a firewall blocks it. Try again in a few minutes, or on another network.',
    },
    'service-error': {
      title: 'The meeting service has a problem.',
      advice:
        'It answers, but its answer is an error: the fault is not on your network. Try again in a few minutes.',
    },
    'service-busy': {
      title: 'The service is in great demand: the check could not be made.',
      advice: 'Try again in a minute.',
    },
    'no-check': {
      title: 'This service does not allow the network to be checked yet.',
      advice: 'It answers; open a meeting to try sound and video.',
    },
    'other-media': {
      title: 'The check could not be made in this meeting.',
      advice: "The service named another media server than the meeting's. Check after leaving it.",
    },
    offline: {
      title: 'This computer is not connected to any network.',
      advice: 'Plug in a cable or choose a Wi-Fi network, then check again.',
    },
    'no-server': {
      title: 'The app knows no meeting service yet.',
      advice: 'Give its address on the home page.',
    },
    'certificate-untrusted': {
      title: 'The identity of the meeting service could not be verified.',
      advice:
        'A device of this network may stand in between. Tell your IT department, who can add the missing authority.',
    },
    'proxy-authentication': {
      title: 'The proxy of this network lets nothing through.',
      advice: 'Check again and give your user name and password when asked.',
    },
    'not-a-service': {
      title: 'What answers here is not the meeting service.',
      advice:
        'A welcome page of the network (hotel, station, school) may stand in between: open a site in your browser to sign in there, then check again.',
    },
    'app-too-old': {
      title: 'The service no longer accepts this version of the app.',
      advice: 'Update it, or ask your support.',
    },
    stopped: {
      title: 'The check was stopped.',
      advice: 'The results below are incomplete.',
    },
  },
};
