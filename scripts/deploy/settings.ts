import { randomBytes } from 'node:crypto';
import { readUtf8 } from '../../src/shared/settings/hand-written.ts';
import { Unprepared } from '../log.ts';

export type Settings = Readonly<Record<string, string>>;

/**
 * Reads lines `NAME=value`; empty lines and lines that begin with # say nothing. No quotes: a value is what stands there.
 * It is also how systemd reads the environment files that we write.
 * @throws {Unprepared} naming each line that is something else.
 */
export function readSettings(text: string, file: string): Settings {
  const settings: Record<string, string> = {};
  const wrong: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name = '', value = ''] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
    // systemd takes a quote at the beginning, and any backslash, for signs of its own.
    const strange = /^["']|\\/.test(value.trim());
    if (name === '' || strange || name in settings) wrong.push(`${file}:${index + 1}`);
    settings[name] = value.trim();
  }
  if (wrong.length > 0)
    throw new Unprepared(
      `These lines are not NAME=value, without quotes and backslashes, each name once: ${wrong.join(', ')}.`,
    );
  return settings;
}

/** The same of a file as an operator's editor wrote it. @throws {Unprepared} also for what is not UTF-8. */
export function readSettingsFile(bytes: Uint8Array, file: string): Settings {
  const text = readUtf8(bytes);
  if (!text.ok) throw new Unprepared(`${file}:${text.error.line} is not text in UTF-8.`);
  return readSettings(text.value, file);
}

/** Fresh values for all secrets that are ours to choose; what others give, or what is rarely needed, stays empty. */
export const newSecrets = (random: (size: number) => Buffer = randomBytes): Settings => {
  const key = (): string => random(32).toString('base64url');
  return {
    LIVEKIT_API_SECRET: key(),
    LIVEKIT_OTHER_KEYS: '',
    // In hexadecimal: they become part of a URL.
    LIVEKIT_REDIS_PASSWORD: random(32).toString('hex'),
    SERVICE_REDIS_PASSWORD: random(32).toString('hex'),
    VISIO_CODE_KEYS: key(),
    VISIO_SESSION_KEYS: key(),
    VISIO_OIDC_INTROSPECTION_CLIENT_SECRET: '',
    VISIO_OIDC_WEB_CLIENT_SECRET: '',
  };
};

/** The text of a settings file with other values; its comments stay. */
export const withValues = (text: string, values: Settings): string =>
  text.replaceAll(/^([A-Z][A-Z0-9_]*)=.*$/gm, (line, name: string) =>
    values[name] === undefined ? line : `${name}=${values[name]}`,
  );
