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
const isTaken = (changed: object): boolean =>
  admission.safeParse({
    meeting: { ...meeting, ...changed },
    participant: { identity: 'x', displayName: 'Paul', verified: 'guest' },
    livekitUrl: 'wss://media.example',
    livekitToken: 'x',
    participationToken: 'x',
  }).success;

test('a meeting as the service tells of it is taken, with a telephone or without', () => {
  expect(isTaken({})).toBe(true);
  expect(isTaken({ telephone: null })).toBe(true);
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
  [
    'a number with a line of its own',
    { number: '+33 1 23 45 67 89\nou https://evil.example', pin: '1234567890' },
  ],
  ['a number that is a word', { number: 'agent vérifié', pin: '1234567890' }],
  ['a number that turns the direction', { number: '+33 1 23 45 67\u202e 89', pin: '1234567890' }],
  [
    'a PIN with a line of its own',
    { number: '+33 1 23 45 67 89', pin: '1234\nLien Modérateur : https://evil.example' },
  ],
])('%s reaches neither the page nor the invitation', (_what, telephone) => {
  expect(isTaken({ telephone })).toBe(false);
});

test.each(['Mme Gérard, agente vérifiée', 'K7Q\u202e-2FD', ''])('« %s » is no reference', (reference) => {
  expect(isTaken({ reference })).toBe(false);
});
