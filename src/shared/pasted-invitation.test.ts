import { expect, test } from 'vitest';
import { findInvitations } from './pasted-invitation.ts';

const code = 'kf9dwIAwyvRwEeV1tvKCKIT8S09tTg';
const other = 'kf9dwIAwyvRwEuV1tvKCKIT8S09tTQ';
const origin = 'https://visio.example';
const link = `${origin}/r/${code}`;
const own = 'https://own.example';

const ourText = [
  'Invitation à la réunion en ligne «\u00a0Réunion improvisée\u00a0».',
  '',
  `Lien Participant\u00a0: ${link}`,
  'Par téléphone\u00a0: tel:+33123456789,,1234567890# puis #',
  '',
  'Rejoignez-la sans compte ni installation\u00a0: un navigateur suffit.',
  'La réunion se termine au plus tard le 23/11/2026 à 14 h 05 (UTC+1).',
  '',
  'Online meeting: open the link above, no account or installation needed.',
  'The meeting ends by 14:05 (UTC+1).',
].join('\n');

const safeLink = (address: string): string =>
  `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C02%7Cmarie%40ac.example%7C0&sdata=kf9dwIAwyvRwEeV1tvKCKIT8S09tTg%3D&reserved=0`;
const urldefense2 = (address: string): string =>
  `https://urldefense.proofpoint.com/v2/url?u=${address.replaceAll(/[^\w./]|_/g, (sign) => `-${sign.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('/', '_')}&d=DwMFaQ&c=euGZstcaTDllvimEN8b7jXrwqOf-v5A_CdpgnVfiiMM&r=x&m=y&s=z&e=`;
const urldefense3 = (address: string): string =>
  `https://urldefense.com/v3/__${address}__;!!Mih3wA!AkY0d9-kf9dwIAwyvRwEeV1tvKCKIT8S09tTg$`;
const underscored = 'kf9dwIAwyvRwEeV1tvKC_-T8S09tTg';

test.each([
  ['the text of « Copier l’invitation »', ourText],
  ['that text answered to, with marks of quotation', ourText.replaceAll(/^/gm, '> > ')],
  ['that text with the line ends of Windows', ourText.replaceAll('\n', '\r\n')],
  ['angle brackets', `<${link}>`],
  ['a full stop', `${link}.`],
  ['parentheses', `(${link})`],
  ['guillemets', `«\u00a0${link}\u00a0»`],
  ['a sentence', `Bonjour, voici le lien : ${link}, à tout de suite !`],
  ['a sentence before it without a space', `Lien:${link}`],
  ['a link of Markdown', `[la réunion](${link})`],
  ['bold and italic text', `*_${link}_*`],
  ['HTML', `<a href="${link}" target="_blank">Rejoindre</a>`],
  ['the address beside its text, as Outlook copies it', `${link}<${safeLink(link)}>`],
  ['Safe Links', safeLink(link)],
  ['Safe Links around Safe Links', safeLink(safeLink(link))],
  ['Safe Links with line breaks inside', safeLink(link).replaceAll(/.{25}/g, '$&\n')],
  ['urldefense, version 2', urldefense2(link)],
  ['urldefense, version 2, in Safe Links', safeLink(urldefense2(link))],
  ['urldefense, version 3', urldefense3(link)],
  ['urldefense, version 3, with a slash lost', urldefense3(link).replace('__https://', '__https:/')],
  ['a redirection of a search engine', `https://www.google.com/url?q=${link}&sa=D&source=calendar`],
  ['a line break in the code', `${link.slice(0, -9)}\n${link.slice(-9)}`],
  ['a line break in a quoted mail', `> ${link.slice(0, -9)}\r\n> ${link.slice(-9)}\r\n> À bientôt`],
  ['a line break in the host', `https://visio.exa\nmple/r/${code}`],
  ['soft line breaks of quoted-printable', `${link.slice(0, -9)}=\r\n${link.slice(-9)}`],
  ['a line break directly behind it', `${link}\nMarie`],
  ['a query', `${link}?utm_source=lettre&utm_medium=courriel`],
  ['a fragment', `${link}#debut`],
  ['a slash', `${link}/`],
  ['zero-width spaces', `\u200b${link.slice(0, 30)}\u200b${link.slice(30)}\u200b`],
  ['a byte order mark and soft hyphens', `\ufeff${link.slice(0, 20)}\u00ad${link.slice(20)}`],
  ['the link for the app', `visio-agents://visio.example/r/${code}`],
  ['no scheme', `visio.example/r/${code}`],
  ['http for another machine, which is never asked', `http://visio.example/r/${code}`],
  ['capitals in the host', `HTTPS://Visio.Example/r/${code}`],
  ['the address of the page in the browser', `${origin}/m/${code}`],
  ['the same link three times', `${link}\n${link}?x ${link}`],
])('%s: the link in it is found', (_what, text) => {
  const found = findInvitations(text, own);
  expect(found.ok && found.value.map((each) => each.link)).toEqual([{ origin, code }]);
});

test.each([urldefense2, urldefense3, safeLink])('wrappers keep the signs of a code', (wrap) => {
  const found = findInvitations(wrap(`${origin}/r/${underscored}`), own);
  expect(found.ok && found.value.map((each) => each.link)).toEqual([{ origin, code: underscored }]);
});

test.each([
  [`http://127.0.0.1:8080/r/${code}`, 'http://127.0.0.1:8080'],
  [`localhost:8080/r/${code}`, 'http://localhost:8080'],
  [`<visio-agents://[::1]:8080/r/${code}>`, 'http://[::1]:8080'],
  [`https://visio.example:8443/r/${code}.`, 'https://visio.example:8443'],
])('%s is a meeting of %s', (text, expected) => {
  const found = findInvitations(text, own);
  expect(found.ok && found.value.map((each) => each.link)).toEqual([{ origin: expected, code }]);
});

test.each([
  ['a code', code],
  ['a code with spaces around', ` ${code}\n`],
  ['a code behind what it is', `Code : ${code}`],
  ['a code behind what it is, without a space', `Code :${code}.`],
  ['a code in guillemets', `«\u00a0${code}\u00a0»`],
  ['a code with a zero-width space', `${code.slice(0, 9)}\u200b${code.slice(9)}`],
])('%s is one of the own service', (_what, text) => {
  const found = findInvitations(text, own);
  expect(found.ok && found.value.map((each) => each.link)).toEqual([{ origin: own, code }]);
});

test('two different links are both found, in their order and with what is written before them', () => {
  const text = `Lien Modérateur : ${origin}/r/${other}\nLien Participant : <${link}>\nou ${link}`;
  expect(findInvitations(text, own)).toEqual({
    ok: true,
    value: [
      { link: { origin, code: other }, label: 'Lien Modérateur' },
      { link: { origin, code }, label: 'Lien Participant' },
    ],
  });
});

test('an address that hides another is shown beside it', () => {
  const found = findInvitations(`${link}<https://evil.example/r/${other}>`, own);
  expect(found.ok && found.value.map((each) => each.link.origin)).toEqual([origin, 'https://evil.example']);
});

test.each([
  ['text', ''],
  ['text', ' \n\u200b'],
  ['link', 'réunion'],
  ['link', 'Bonjour, la réunion commence à 14 h. Rendez-vous dans la salle-polyvalente-du-rectorat.'],
  ['link', '1234567890 #'],
  ['rest', link.slice(0, -1)],
  ['rest', `${link}A`],
  ['rest', `Lien : ${link.slice(0, -9)}…`],
  ['rest', `${origin}/r/`],
  ['rest', safeLink(link.slice(0, -5))],
  ['rest', code.slice(0, -1)],
  ['rest', `Code : ${code}A`],
  ['meeting', origin],
  ['meeting', 'www.education.example'],
  ['meeting', 'https://protect-eu.mimecast.com/s/AbCdEfGhIjKlMnOp?domain=visio.example'],
  ['meeting', `https://visio.example@evil.example/r/${code}`],
  ['meeting', `ftp://visio.example/r/${code}`],
  ['meeting', `https://visio.example/x/r/${code}`],
  ['meeting', `mailto:${code}@visio.example https://visio.example/contact`],
])('« %s » is what lacks in %j', (lacking, text) => {
  expect(findInvitations(text, own)).toEqual({ ok: false, error: lacking });
});
