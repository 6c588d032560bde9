import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { appOrigin } from '../../page/app-protocol.ts';
import { textOf } from './read-quietly.ts';

/**
 * The `deviceId` that our page has for a source or a sink, by the name that the sound server gives it: HMAC-SHA-256 of name and
 * salt under the page's origin (Chromium 130, media_device_id.cc). Where another Chromium makes it otherwise, no device of the
 * page has this id, and the label is all that is known of it.
 */
export const browserId = (name: string, salt: string): string =>
  createHmac('sha256', appOrigin).update(`${name}${salt}`).digest('hex');

/** The salt, which Electron (33) keeps with its preferences. Null until it has written them, some seconds after a first start. */
export async function readIdSalt(userData: string): Promise<string | null> {
  try {
    const all = JSON.parse((await textOf(join(userData, 'Preferences'))) ?? 'null') as Preferences | null;
    const salt = all?.electron?.media?.device_id_salt;
    return typeof salt === 'string' && salt !== '' ? salt : null;
  } catch {
    return null;
  }
}

type Preferences = { readonly electron?: { readonly media?: { readonly device_id_salt?: unknown } } };
