import { expect, test } from 'vitest';
import { parseInvitationLink, writeAppLink, writeInvitationLink } from './invitation-link.ts';

const code = 'kf9dwIAwyvRwEeV1tvKCKIT8S09tTg';
const origin = 'https://visio.example';

test.each([
  [`https://visio.example/r/${code}`, origin],
  [`visio-agents://visio.example/r/${code}`, origin],
  [`https://visio.example:8443/r/${code}`, 'https://visio.example:8443'],
  [`visio-agents://visio.example:8443/r/${code}`, 'https://visio.example:8443'],
  [`HTTPS://Visio.Example/r/${code}`, origin],
  [`Visio-Agents://VISIO.example/r/${code}`, origin],
  [`http://127.0.0.1:8080/r/${code}`, 'http://127.0.0.1:8080'],
  [`visio-agents://localhost:8080/r/${code}`, 'http://localhost:8080'],
  [`visio-agents://[::1]:8080/r/${code}`, 'http://[::1]:8080'],
])('%s opens a meeting of %s', (text, expected) => {
  expect(parseInvitationLink(text)).toEqual({ ok: true, value: { origin: expected, code } });
});

test.each([
  ['a query', `${origin}/r/${code}?name=x`],
  ['an empty query', `${origin}/r/${code}?`],
  ['a fragment', `${origin}/r/${code}#x`],
  ['an empty fragment', `${origin}/r/${code}#`],
  ['a trailing slash', `${origin}/r/${code}/`],
  ['a user', `https://x@visio.example/r/${code}`],
  ['an empty user', `https://@visio.example/r/${code}`],
  ['a user that looks like the host', `https://visio.example:443@evil.example/r/${code}`],
  ['the port that goes without saying', `https://visio.example:443/r/${code}`],
  ['a port that is none', `https://visio.example:/r/${code}`],
  ['a port too large', `https://visio.example:65536/r/${code}`],
  ['http for another machine', `http://visio.example/r/${code}`],
  ['another scheme', `ftp://visio.example/r/${code}`],
  ['a scheme that begins like ours', `visio-agents2://visio.example/r/${code}`],
  ['no slashes', `https:visio.example/r/${code}`],
  ['one slash', `https:/visio.example/r/${code}`],
  ['three slashes', `visio-agents:///visio.example/r/${code}`],
  ['no host', `visio-agents:///r/${code}`],
  ['backslashes', `https:\\\\visio.example\\r\\${code}`],
  ['a detour', `${origin}/x/../r/${code}`],
  ['a dot', `${origin}/./r/${code}`],
  ['an escape in the path', `${origin}/%72/${code}`],
  ['an escape in the code', `${origin}/r/%6b${code.slice(1)}`],
  ['an escape in the host', `https://visio.ex%61mple/r/${code}`],
  ['a dot after the host', `https://visio.example./r/${code}`],
  ['a sign that no host has', `https://visio'.example/r/${code}`],
  ['two dots in the host', `https://visio..example/r/${code}`],
  ['a host that is a number', `http://2130706433/r/${code}`],
  ['a short address', `http://127.1/r/${code}`],
  ['an octal address', `http://0177.0.0.1/r/${code}`],
  ['letters that look alike', `https://vіsio.example/r/${code}`],
  ['full-width letters', `https://ｖisio.example/r/${code}`],
  ['a mark that turns the direction in the host', `https://visio\u202e.example/r/${code}`],
  ['a mark that turns the direction before all', `\u202evisio-agents://visio.example/r/${code}`],
  ['a mark that turns the direction after all', `visio-agents://visio.example/r/${code}\u2069`],
  ['a mark that nobody sees in the host', `https://vi\u200bsio.example/r/${code}`],
  ['words of the app before the host', `visio-agents://agent vérifié@visio.example/r/${code}`],
  ['a space before', ` ${origin}/r/${code}`],
  ['a line break after', `${origin}/r/${code}\n`],
  ['a tab inside', `${origin}/r\t/${code}`],
  ['another path', `${origin}/m/${code}`],
  ['two slashes', `${origin}//r/${code}`],
  ['a capital in the path', `${origin}/R/${code}`],
  ['a code in another case that cannot be', `${origin}/r/${code.slice(0, -1)}h`],
  ['a short code', `${origin}/r/${code.slice(1)}`],
  ['a long code', `${origin}/r/${code}A`],
  ['nothing', ''],
  ['a novel', `https://${'a'.repeat(300)}.example/r/${code}`],
])('%s makes it no link of ours', (_what, text) => {
  expect(parseInvitationLink(text)).toEqual({ ok: false, error: 'link-invalid' });
});

test('the link for the app is the same link under another scheme', () => {
  expect(writeAppLink({ origin, code })).toBe(`visio-agents://visio.example/r/${code}`);
  expect(writeAppLink({ origin: 'http://127.0.0.1:80', code })).toBe(`visio-agents://127.0.0.1:80/r/${code}`);
  expect(writeInvitationLink({ origin, code })).toBe(`https://visio.example/r/${code}`);
});
