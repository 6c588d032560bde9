import { describe, expect, test } from 'vitest';
import { blank } from './redact-by.ts';
import { redactReport } from './report.ts';

const code = 'kJ3xV-9bQm_7TzWc2LpRf8HsYd0aNA';
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtYXJpZSJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ';
/** What may be left of them. */
const telling = /^(?:Bearer|password|bluez|output)$/;

describe('what must not be in a report', () => {
  test.each([
    ['an invitation', `https://visio.example/r/${code}`],
    ['an invitation for the app', `visio-agents://visio.example:8443/r/${code}`],
    ['an invitation in capitals', `HTTPS://VISIO.EXAMPLE/r/${code}`],
    ['LiveKit’s address', `wss://media.example/rtc/v1?access_token=${jwt}&auto=1`],
    ['a code alone', code],
    ['a code after a slash', `/r/${code}`],
    ['a JWT', jwt],
    ['the beginning of a JWT', 'eyJhbGciOiJSUzI1NiJ9'],
    ['a bearer', 'Bearer abc'],
    ['a password', 'password=abc'],
    ['the query of an address that was cut', '?code=abc&state=def'],
    ['base64url of 32 bytes', 'dGhpcy1pcy1hLXNlY3JldC1vZi0zMi1ieXRlcy0hIQ'],
    ['base64 of 32 bytes', 'ab+/3dGhpcyBpcyBhIHNlY3JldCBvZiAzMiBieXRlcw=='],
    ['hexadecimal', 'd2f1a0b39c8e7764'],
    ['an identifier', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
    ['an opaque token', 'x7Kq92LmPzT4vB8nWc3R'],
    ['a PIN', '1234567890'],
    ['a PIN as it is told', '123 456 7890 #'],
    ['several numbers in a row', '3128 0612345678 012.345.6789'],
    ['a PIN with no-break spaces', '123\u00a0456\u00a07890'],
    ['a telephone', '+33 1 23 45 67 89'],
    ['a telephone with its zero', '+33 (0)1 23 45 67 89'],
    ['a French telephone', '01.23.45.67.89'],
    ['a telephone without its plus', '33 1 23 45 67 89'],
    ['an e-mail address', 'marie.gerard@ac-paris.example'],
    ['an e-mail address of this network', 'marie@srv'],
    ['an address to write to', 'mailto:assistance@x'],
    ['IPv4', '192.0.2.17'],
    ['IPv4 with its port', '127.0.0.1:40123'],
    ['IPv6', '2001:db8:77::7'],
    ['IPv6 with its zone', 'fe80::1%eth0'],
    ['IPv6 of this machine', '[::1]'],
    ['the address of a network card', '00:1A:7D:DA:71:13'],
    ['a Bluetooth device of PulseAudio', 'bluez_output.00_1A_7D_DA_71_13.1'],
    ['a host', 'visio.education.example'],
    ['a host and its port', 'proxy.ac-paris.example:3128'],
    ['a host with accents', 'visio.éducation.example'],
    ['a host of this network', 'srv-proxy.dmz1'],
    ['a home folder', '/home/mgerard/.config/visio-agents/settings.json'],
    ['a home folder of macOS', '/Users/mgerard/Library'],
    ['a home folder of Windows', 'C:\\Users\\Marie Gérard\\AppData\\Roaming'],
    ['a home folder of Windows, in another writing', 'c:/Users/Marie Gérard/AppData'],
    ['a path in quotes', "'/tmp/Réunion avec Paul Martin/x.txt'"],
    ['a share', '\\\\serveur\\partage\\marie'],
    ['a file', 'file:///home/mgerard/x.txt'],
  ])('%s', (_what, secret) => {
    for (const text of [
      secret,
      `failed: ${secret}`,
      `(${secret})`,
      `"${secret}", ENOENT`,
      `a ${secret}: b`,
    ]) {
      const left = redactReport(text);
      expect(left).toContain(blank);
      const parts = (secret.match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter((part) => !telling.test(part));
      expect(parts.filter((part) => left.includes(part))).toEqual([]);
    }
  });
});

test.each([
  'meeting:join: certificate-untrusted after 1532 ms',
  "the page's process is gone: crashed (139)",
  'net::ERR_CERT_AUTHORITY_INVALID',
  'settings.json could not be understood; it was kept as settings.json.broken',
  'hardwareAcceleration: wrong-value, expected true or false',
  'OverconstrainedError NotReadableError',
  '/dev/video0: 660 group 44, not for us',
  "EACCES: '/dev/snd/pcmC0D0c'",
  'USB2.0 HD UVC WebCam: USB2.0 HD (0bda:5634)',
  'HDA Intel PCH, ALC257 Analog',
  'HD Pro Webcam C920 (046d:082d)',
  'sha-256 of 3 parts, 1920x1080 at 30',
  'pulseaudio (on PipeWire 0.3.65)',
])('what helps stays: %s', (line) => {
  expect(redactReport(line)).toBe(line);
});
