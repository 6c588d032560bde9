import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { invitationText } from './invitation-text.ts';

const participantLink = `https://visio.example/r/${'p'.repeat(29)}A`;
const moderatorLink = `https://visio.example/r/${'m'.repeat(29)}A`;
const meeting = {
  title: 'Réunion improvisée',
  expiresAt: '2026-11-22T12:52:00.000Z',
  telephone: { number: '+33 1 23 45 67 89', pin: '1234567890' },
  link: participantLink,
  webClient: true,
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('the invitation says how to join, until when, and that nothing is needed', () => {
  const { subject, body } = invitationText(meeting, 'Europe/Paris');
  expect(plain(subject)).toBe('Invitation : Réunion improvisée');
  expect(plain(body).split('\n')).toEqual([
    'Invitation à la réunion en ligne « Réunion improvisée ».',
    '',
    `Lien Participant : ${participantLink}`,
    'Par téléphone : tel:+33123456789,,1234567890 puis #',
    '',
    'Rejoignez-la sans compte ni installation : un navigateur suffit.',
    'La réunion se termine au plus tard le 22/11/2026 à 13 h 52 (UTC+1).',
    '',
    'Online meeting: open the link above, no account or installation needed.',
    'The meeting ends by 13:52 (UTC+1).',
  ]);
});

test('without a web client it says that the app is needed, and promises nobody a browser', () => {
  const { body } = invitationText({ ...meeting, webClient: false }, 'Europe/Paris');
  expect(plain(body).split('\n').slice(5)).toEqual([
    "Rejoignez-la sans compte, sur un ordinateur qui a l'application Visio-Agents.",
    'La réunion se termine au plus tard le 22/11/2026 à 13 h 52 (UTC+1).',
    '',
    'Online meeting: open this link on a computer with the Visio-Agents app.',
    'The meeting ends by 13:52 (UTC+1).',
  ]);
  expect(body).not.toMatch(/navigateur|ni installation|browser|installation needed/);
});

test('a title turns no direction, breaks no line and hides nothing in what others are sent', () => {
  const { subject, body } = invitationText({
    ...meeting,
    title: 'Conseil\u202e \u200bd’école\r\nBcc:\u0007 x',
  });
  expect(plain(subject)).toBe('Invitation : Conseil d’école Bcc: x');
  expect(plain(body)).toContain('« Conseil d’école Bcc: x ».');
  expect(subject + body.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('the latest end is the one of the sender clock, and says which clock that is', () => {
  const { body } = invitationText(meeting, 'Indian/Reunion');
  expect(plain(body)).toContain('le 22/11/2026 à 16 h 52 (UTC+4)');
  const night = { ...meeting, expiresAt: '2026-11-22T23:05:00.000Z' };
  expect(plain(invitationText(night, 'Europe/Paris').body)).toContain('le 23/11/2026 à 0 h 05 (UTC+1)');
});

test('a meeting without telephone has no telephone line', () => {
  expect(invitationText({ ...meeting, telephone: null }).body).not.toContain('tel:');
});

test('the moderator link is never in an invitation, even when the whole meeting is handed over', () => {
  const whole = { ...meeting, links: { participant: participantLink, moderator: moderatorLink } };
  const { subject, body } = invitationText(whole);
  expect(subject + body).not.toContain('m'.repeat(29));
});

test.each([true, false])(
  'the longest address and number leave room for the title (web client: %s)',
  (webClient) => {
    const link = `https://${'h'.repeat(259)}/r/${'p'.repeat(30)}`;
    const telephone = { number: `+${'1'.repeat(15)}`, pin: '1234567890' };
    const longest = { ...meeting, link, telephone, webClient };
    const { body } = invitationText(longest, 'Asia/Kathmandu');
    expect(link).toHaveLength(300);
    expect(body.length).toBeLessThanOrEqual(700);
    expect(body).toContain(meeting.title);
    expect(invitationText({ ...longest, title: 'x'.repeat(99) }, 'Asia/Kathmandu').body).toHaveLength(700);
  },
);

test('whatever the meeting, the text stays within 700 characters and holds the link whole', () => {
  const host = fc.stringMatching(/^[a-z0-9.-]{1,260}$/);
  const telephone = fc.option(
    fc.record({ number: fc.stringMatching(/^\+[0-9 ]{6,20}$/), pin: fc.stringMatching(/^[0-9]{6,10}$/) }),
    { nil: null },
  );
  const end = fc.date({ min: new Date('2026-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(
      host,
      telephone,
      fc.string({ maxLength: 500 }),
      end,
      fc.boolean(),
      (name, phone, title, date, webClient) => {
        const link = `https://${name}/r/${'p'.repeat(29)}A`.slice(0, 300);
        const { subject, body } = invitationText({
          title,
          expiresAt: date.toISOString(),
          telephone: phone,
          link,
          webClient,
        });
        expect(body.length).toBeLessThanOrEqual(700);
        expect(subject.length).toBeLessThanOrEqual(200);
        expect(body.split('\n').filter((line) => line.endsWith(link))).toHaveLength(1);
        expect(subject).not.toMatch(/[\r\n]/);
        expect(body.includes('tel:')).toBe(phone !== null);
      },
    ),
  );
});
