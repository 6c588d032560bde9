import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Unprepared } from '../log.ts';
import type { Guard } from '../supervision/guard.ts';

/** The variables that make programs appear on a screen. */
export type Display = { readonly DISPLAY: string; readonly XAUTHORITY: string };

/**
 * Starts a virtual screen (Xvfb) with a number that is free and a cookie that only we have; it ends with the guard.
 * `size` in pixels.
 * @throws {Unprepared} if it does not start.
 */
export async function startDisplay(guard: Guard, size = '1920x1200'): Promise<Display> {
  const directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-display-'));
  guard.removeAtEnd(directory);
  const XAUTHORITY = path.join(directory, 'authority');
  await writeFile(XAUTHORITY, authorityFile(randomBytes(16)), { mode: 0o600 });
  // It writes the number that it found free to descriptor 3.
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-auth', XAUTHORITY];
  const xvfb = guard.spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Unprepared('The virtual screen (Xvfb) did not start.'));
    xvfb.once('error', fail);
    xvfb.once('exit', fail);
    let text = '';
    (xvfb.stdio[3] as Readable).setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.endsWith('\n')) resolve({ DISPLAY: `:${text.trim()}`, XAUTHORITY });
    });
  });
}

/** The format of Xau: family « any », no address, no number, then the cookie; each text behind its length in two bytes. */
function authorityFile(cookie: Buffer): Buffer {
  const field = (content: Buffer): Buffer =>
    Buffer.concat([Buffer.from([content.length >> 8, content.length & 255]), content]);
  const empty = Buffer.alloc(0);
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    field(empty),
    field(empty),
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(cookie),
  ]);
}
