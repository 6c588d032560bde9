import { once } from 'node:events';
import { mkdtemp, realpath, symlink } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import type { Electron } from '../../../scripts/runtimes/electron.ts';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { plainApp } from './plain-app.ts';

/**
 * What a second start says to the first, recorded from a real one: so it can be said at any moment, without the
 * time that a program takes to come up.
 */
export async function recordSecondStart(guard: Guard, electron: Electron, link: string): Promise<Buffer> {
  const userData = await mkdtemp(path.join(tmpdir(), 'visio-second-'));
  guard.removeAtEnd(userData);
  const socket = path.join(userData, 'socket');
  // As Chromium 130 keeps them: the lock names a process that lives, and the cookie proves that socket and lock belong together.
  await symlink(`${hostname()}-${process.pid}`, path.join(userData, 'SingletonLock'));
  await symlink(socket, path.join(userData, 'SingletonSocket'));
  await symlink('1', path.join(userData, 'SingletonCookie'));
  const message = Promise.withResolvers<Buffer>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const parts: Buffer[] = [];
    client.on('data', (part) => parts.push(part));
    client.once('end', () => {
      client.end('ACK');
      message.resolve(Buffer.concat(parts));
    });
  }).listen(socket);
  await once(server, 'listening');
  const second = (await plainApp(guard, electron, '', userData)).start({ link });
  const told = await message.promise;
  await once(second, 'exit');
  server.close();
  return told;
}

/** Says it to the app on this folder. @returns whether the app has taken it; where not, a real start becomes the app itself. */
export async function sayTo(userData: string, message: Buffer): Promise<boolean> {
  const address = await realpath(path.join(userData, 'SingletonSocket')).catch(() => null);
  if (address === null) return false;
  const client = connect({ path: address, allowHalfOpen: true });
  let answer = '';
  client.setEncoding('utf8').on('data', (text: string) => (answer += text));
  // An app that has just ended refuses or resets the connection, and has taken nothing; `close` follows either way.
  client.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
  client.end(message);
  await closed;
  return answer.startsWith('ACK');
}
