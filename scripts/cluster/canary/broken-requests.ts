import type { Doors } from './everywhere.ts';
import type { Visitor } from './visitor.ts';

/** Requests that nginx, or Node behind it, refuses before any route is looked for. */
export async function broken(visitor: Visitor, doors: Doors, secrets: readonly string[]): Promise<void> {
  for (const secret of secrets) {
    const inWord = secret.replaceAll(/[^\w-]/g, '');
    const inPath = encodeURIComponent(secret);
    const host = 'Host: 127.0.0.1\r\n';
    const post = `POST /api/v1/invitations/join HTTP/1.1\r\n${host}Content-Type: application/json\r\n`;
    const requests = [
      `GET /r/${inPath}\r\n\r\n`,
      `GET /r/${inPath} HTTP/9.9\r\n${host}\r\n`,
      `GET /r/${inPath} ${inWord}\r\n\r\n`,
      `GET /r/${secret} HTTP/1.1\r\n${host}\r\n`,
      `GET /../../${inPath} HTTP/1.1\r\n${host}\r\n`,
      `GET /r/${inPath}%00 HTTP/1.1\r\n${host}\r\n`,
      `GET /r/${inPath}%zz HTTP/1.1\r\n${host}\r\n`,
      `GET /r/${inPath}\0 HTTP/1.1\r\n${host}\r\n`,
      `GET http://${inWord}.example/r/${inPath} HTTP/1.1\r\n${host}\r\n`,
      `GET /r/${inPath}?${'a'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`,
      `GET / HTTP/1.1\r\n${host}Cookie: ${secret}${'a'.repeat(40_000)}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: ${secret}/@\r\n\r\n`,
      `GET / HTTP/1.1\r\n${host}${host}Referer: ${secret}\r\n\r\n`,
      `GET / HTTP/1.1\r\n${host}${secret}\r\n\r\n`,
      `GET / HTTP/1.1\r\n${host}${inWord}: ${secret}\r\nConnection: close\r\n\r\n`,
      `CONNECT ${inWord}.example:443 HTTP/1.1\r\n${host}\r\n`,
      `TRACE /r/${inPath} HTTP/1.1\r\n${host}Cookie: ${secret}\r\n\r\n`,
      `${inWord} /r/${inPath} HTTP/1.1\r\n${host}\r\n`,
      `${inWord.toUpperCase().replaceAll(/[^A-Z]/g, '')} /r/${inPath} HTTP/1.1\r\n${host}\r\n`,
      `${post}Content-Length: 5\r\n\r\n{"code":"${secret}"}`,
      `${post}Content-Length: ${inWord}\r\n\r\n`,
      `${post}Content-Length: 100000\r\n\r\n{"code":"${secret}"}`,
      `${post}Transfer-Encoding: chunked\r\n\r\n${inWord}\r\n`,
      `${post}Transfer-Encoding: ${inWord}\r\nContent-Length: 3\r\n\r\n`,
      `${secret}\r\n\r\n`,
      `\x16\x03\x01${secret}\r\n\r\n`,
    ];
    await Promise.all([
      ...Object.values(doors).flatMap((door) => requests.map((bytes) => visitor.write(door, bytes))),
      visitor.greet(doors.https, `${inWord.toLowerCase().slice(0, 60)}.example`),
    ]);
  }
}
