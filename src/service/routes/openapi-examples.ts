import type { ApiBody, ApiCall, ApiReply } from '../../shared/service-api.ts';

// Codes and tokens here open nothing: none of them was ever signed.
const participant = 'https://visio.example/r/AAECAwQFBgcIEYCBgoOEhYaHiImKiw';
const moderator = 'https://visio.example/r/AAECAwQFBgcIEoCBgoOEhYaHiImKiw';
const participationToken = 'AQABAgMEBQYHCAABAgMEBQYHCAkKCwGZ…';
const code = 'AAECAwQFBgcIEYCBgoOEhYaHiImKiw';
const created = '2026-11-22T09:00:00.000Z';
const expires = '2026-11-22T13:40:00.000Z';

const admission = {
  meeting: {
    id: 'AAECAwQFBgcI',
    reference: 'K7Q-2FD',
    title: 'Réunion improvisée',
    welcome: 'Bienvenue dans cette réunion.',
    role: 'moderator',
    createdAt: created,
    expiresAt: expires,
    serverNow: '2026-11-22T09:00:00.012Z',
    maxParticipants: 100,
    links: { participant, moderator },
    telephone: { number: '+33 1 23 45 67 89', pin: '1234567890' },
  },
  participant: { identity: 'AAECAwQFBgcICQoL', displayName: 'Marie Gérard', verified: 'agent' },
  livekitUrl: 'wss://media.example',
  livekitToken: 'eyJhbGciOiJIUzI1NiJ9…',
  participationToken,
} as const;

const guest = { identity: 'DA0ODxAREhMUFRYX', displayName: 'Paul Martin', verified: 'guest' } as const;

const guestAdmission = {
  ...admission,
  meeting: { ...admission.meeting, role: 'participant', links: { participant } },
  participant: guest,
} as const;

type Examples = {
  readonly [C in ApiCall]: {
    readonly body?: ApiBody<C>;
    /** By status. */
    readonly replies?: Readonly<Record<number, ApiReply<C>>>;
  };
};

/** What each call looks like on the wire. */
export const examples: Examples = {
  discovery: {},
  openMeeting: { body: { displayName: 'Bureau DS2' }, replies: { 201: admission } },
  ownMeetings: {
    replies: {
      200: [
        {
          id: admission.meeting.id,
          createdAt: created,
          expiresAt: expires,
          links: { participant, moderator },
        },
      ],
    },
  },
  lookUp: {
    body: { code },
    replies: {
      200: {
        meetingId: admission.meeting.id,
        role: 'participant',
        title: admission.meeting.title,
        expiresAt: expires,
        serverNow: created,
        full: false,
        locked: false,
        waitingRoom: false,
      },
    },
  },
  join: {
    body: { code, displayName: 'Paul Martin' },
    replies: { 200: guestAdmission, 202: { waiting: true, participationToken } },
  },
  rejoin: { body: {}, replies: { 200: guestAdmission, 202: { waiting: true, participationToken } } },
  raiseHand: {},
  lowerHand: {},
  leave: { body: {} },
  waiting: {
    replies: { 200: [{ ...guest, since: created }] },
  },
  moderate: {
    body: { action: 'set-publishing', target: 'participants', source: 'microphone', allowed: false },
  },
  endMeeting: { body: {} },
  checkNetwork: {
    body: {},
    replies: {
      200: {
        livekitUrl: admission.livekitUrl,
        livekitToken: admission.livekitToken,
        endsAt: '2026-11-22T09:01:00.000Z',
      },
    },
  },
};
