import { expect, test } from 'vitest';
import { admission } from './meeting.ts';

const code = 'kf9dwIAwyvRwEeV1tvKCKIT8S09tTg';
const meeting = {
  id: 'AAECAwQFBgcI',
  reference: 'K7Q-2FD',
  title: 'Réunion improvisée',
  welcome: '',
  role: 'participant',
  createdAt: '2026-11-22T09:00:00.000Z',
  expiresAt: '2026-11-22T13:40:00.000Z',
  serverNow: '2026-11-22T09:00:00.012Z',
  maxParticipants: 100,
  links: { participant: `https://visio.example/r/${code}` },
  telephone: { number: '+33 1 23 45 67 89', pin: '1234567890' },
};
const read = (changed: object) =>
  admission.safeParse({
    meeting: { ...meeting, ...changed },
    participant: { identity: 'x', displayName: 'Paul', verified: 'guest' },
    livekitUrl: 'wss://media.example',
    livekitToken: 'x',
    participationToken: 'x',
  });
const isTaken = (changed: object): boolean => read(changed).success;

test('a meeting as the service tells of it is taken, with a telephone or without', () => {
  expect(read({}).data?.meeting).toEqual(meeting);
  expect(read({ telephone: null }).data?.meeting).toEqual({ ...meeting, telephone: null });
});

test.each([
  ['a page of somebody’s', 'https://visio.example/gift'],
  ['a script', `javascript:alert(1)//r/${code}`],
  ['a mark that turns the direction', `https://visio.example/r/${code}\u202e`],
  ['a line and what follows it', `https://visio.example/r/${code}\nhttps://evil.example`],
  ['a name before the host', `https://visio.example@evil.example/r/${code}`],
  ['letters that look alike', `https://vіsio.example/r/${code}`],
])('%s is no link that anybody would be sent', (_what, link) => {
  expect(isTaken({ links: { participant: link } })).toBe(false);
  expect(isTaken({ links: { ...meeting.links, moderator: link } })).toBe(false);
});

test.each([
  ['of the country', { number: '01 23 45 67 89', pin: '1234567890' }],
  ['with a line of its own', { number: '+33 1 23 45 67 89\nou https://evil.example', pin: '1234567890' }],
  ['that is a word', { number: 'agent vérifié', pin: '1234567890' }],
  ['that turns the direction', { number: '+33 1 23 45 67\u202e 89', pin: '1234567890' }],
  [
    'whose PIN has a line of its own',
    { number: '+33 1 23 45 67 89', pin: '1234\nLien Modérateur : https://evil.example' },
  ],
  ['without a PIN', { number: '+33 1 23 45 67 89' }],
])(
  'a telephone number %s reaches neither the page nor the invitation, and the meeting goes on',
  (_what, telephone) => {
    expect(read({ telephone }).data?.meeting).toEqual({ ...meeting, telephone: null });
  },
);

test.each(['k7q-2fd', 'Mme Gérard, agente vérifiée', 'K7Q\u202e-2FD', '', 42])(
  '« %s » is shown nowhere as a reference, and the meeting goes on',
  (reference) => {
    expect(read({ reference }).data?.meeting).toEqual({ ...meeting, reference: '' });
  },
);
