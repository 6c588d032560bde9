import { expect, test } from 'vitest';
import { mailtoAddress } from './mail.ts';

test('lines of a mail end as RFC 6068 wants, however they ended before', () => {
  expect(
    mailtoAddress({ to: 'desk@visio.example', subject: 'À voir & à lire', body: 'un\ndeux\r\ntrois\r' }),
  ).toBe(
    'mailto:desk@visio.example?subject=%C3%80%20voir%20%26%20%C3%A0%20lire&body=un%0D%0Adeux%0D%0Atrois%0D%0A',
  );
});
