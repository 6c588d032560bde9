import { expect, test } from 'vitest';
import { serviceOfInvitation } from './service-of-invitation.ts';

const code = 'AQIDBAUGBwgJEQECAwQFBgcICQoLDA';
const link = `https://visio.example/r/${code}`;

test.each([
  link,
  `visio-agents://visio.example/r/${code}`,
  `visio.example/r/${code}`,
  `Réunion improvisée\nLien Participant : <${link}>.\nSans compte ni installation`,
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05`,
  `${link} ${link}`,
])('the service of « %s » is where its link leads', (text) => {
  expect(serviceOfInvitation(text)).toBe('https://visio.example');
});

test.each([
  '',
  'visio.example',
  'https://visio.example/',
  `http://visio.example/q/${code}`,
  `${link} https://other.example/r/${code}`,
  code,
])('« %s » is no invitation to one service', (text) => {
  expect(serviceOfInvitation(text)).toBeNull();
});
